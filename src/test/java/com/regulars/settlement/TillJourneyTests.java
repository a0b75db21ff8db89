package com.regulars.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.coupon.CouponFixtures;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A cashier settles a bill from the balance, then one in cash, without touching the mouse. */
@JourneyTest
@Import({CardFixtures.class, CouponFixtures.class})
class TillJourneyTests {

    @Autowired
    CardFixtures cards;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    MenuEditing menu;

    @Autowired
    Fixtures fixtures;

    @Test
    void cashierPaysABillFromTheBalanceAndTheNextInCash(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        String fish = dish("水煮鱼", 8_800, 7_800L);
        Page page = signedIn(browser, Look.CHINESE);
        page.navigate("/till");
        assertThat(page.locator("#till-search")).isFocused();
        check(browser, page);

        page.keyboard().type(card.number());
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-balances")).containsText("2,000.00");
        assertThat(page.locator("#till-dish")).isFocused();
        page.keyboard().type(fish);
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-amount")).containsText("88.00");
        assertThat(page.locator(".till-cheaper")).containsText("改用现金或扫码：8 折再减 17.60");
        browser.screenshot(page, "till-open");
        check(browser, page);
        assertThat(page.locator(".till-amount")).containsText("88.00");
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).containsText("已结账");
        assertThat(page.locator(".till-paid")).containsText("11,912.00");
        assertThat(page.locator("#till-next")).isFocused();
        browser.screenshot(page, "till-paid");
        check(browser, page);

        page.keyboard().press("Escape");
        assertThat(page.locator("#till-search")).isFocused();
        page.keyboard().type(card.number());
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-dish")).isFocused();
        page.keyboard().type(fish);
        page.keyboard().press("Enter");
        page.keyboard().press("Alt+Digit1");
        assertThat(page.locator("#till-cash")).isFocused();
        page.keyboard().type("100");
        assertThat(page.locator("[data-change]")).hasText("29.60");
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid .till-amount")).containsText("29.60");
        browser.assertNoErrors();
    }

    /** Scanned, refused, taken in by key, kept through a change of the bill, used, and not usable twice. */
    @Test
    void cashierTakesInTheGuestsCouponByKey(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        String birthday = coupons.give(card.customerId(), coupons.amountOff(5_000, 10_000, false));
        String others = coupons.give(cards.cardWith(10_000).customerId(), coupons.amountOff(100, 0, false));
        String fish = dish("水煮鱼", 8_800, null);
        Page page = signedIn(browser, Look.CHINESE);
        page.navigate("/till");
        page.keyboard().type(card.number());
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-dish")).isFocused();
        page.keyboard().type(fish);
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-amount")).containsText("88.00");
        page.keyboard().press("F6");
        assertThat(page.locator("#till")).containsText("要求的消费额还没到");
        assertThat(page.locator(".till-amount")).containsText("88.00");
        page.locator("#till-coupon").fill(others);
        page.keyboard().press("Enter");
        assertThat(page.locator("#till")).containsText("是别的顾客的");
        page.locator("#till-coupon").fill("");
        page.locator("#till-dish").fill(fish);
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-amount")).containsText("176.00");
        page.keyboard().press("F6");
        assertThat(page.locator(".till-amount")).containsText("126.00");
        browser.screenshot(page, "till-coupon");
        check(browser, page);
        assertThat(page.locator(".till-amount")).containsText("126.00");
        page.keyboard().press("F6");
        assertThat(page.locator(".till-amount")).containsText("176.00");
        page.locator("#till-coupon").fill(birthday.toLowerCase(java.util.Locale.ROOT));
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-amount")).containsText("126.00");
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).containsText("已结账");
        assertThat(page.locator(".till-paid")).containsText("11,874.00");
        page.keyboard().press("Escape");
        assertThat(page.locator("#till-search")).isFocused();
        page.keyboard().type(card.number());
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-dish")).isFocused();
        assertThat(page.locator("[data-key=F6]")).isDisabled();
        browser.assertNoErrors();
    }

    @Test
    void cashierReadsTheTillInEnglishAndInTheDark(Browser browser) {
        Page page = signedIn(browser, Look.ENGLISH.dark());
        page.navigate("/till");
        page.locator("[data-help]").click();
        assertThat(page.locator("#till-help")).isVisible();
        browser.checkAccessibility(page);
        page.keyboard().press("Escape");
        assertThat(page.locator(".empty-title")).hasText("The bill is empty");
        browser.screenshot(page, "till-english-dark");
        browser.assertNoErrors();
    }

    /** The open bill is kept by the server, so a fresh page shows it; axe leaves its traces on the old one. */
    private static void check(Browser browser, Page page) {
        browser.checkAccessibility(page);
        page.reload();
    }

    private Page signedIn(Browser browser, Look look) {
        Page page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.CASHIER));
        return page;
    }

    private String dish(String name, long price, Long memberPrice) {
        String code = "j" + UUID.randomUUID().toString().substring(0, 8);
        return CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, name, "热菜", price, memberPrice, true)))
                .code();
    }
}
