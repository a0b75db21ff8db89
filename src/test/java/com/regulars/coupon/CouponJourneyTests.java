package com.regulars.coupon;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.regulars.card.CardFixtures;
import com.regulars.customer.Customers;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An administrator makes a kind of coupon; a manager gives one to a guest, who passes it on to a friend. */
@JourneyTest
@Import({CardFixtures.class, CouponFixtures.class})
class CouponJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CardFixtures cards;

    @Autowired
    Customers customers;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH.dark(), Look.CHINESE.dark().phone(), Look.ENGLISH.phone());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCouponIsMadeGivenAndPassedOn(Look look, Browser browser) {
        String name = "生日券 " + System.nanoTime();
        make(look, name, browser);
        long guest = cards.customer();
        long friend = cards.customer();
        String friendsName = customers.get(friend).name();
        Page page = signedIn(browser, look, Role.MANAGER);
        page.navigate("/customers/" + guest);
        page.click("#coupon .card-actions");
        page.getByLabel(name).check();
        page.fill("#validUntil", "2020-01-01");
        page.click("main form .form-foot button[type=submit]");
        assertThat(page.locator("#validUntil")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel(name)).isChecked();
        browser.screenshot(page, "coupon-issue-" + look);
        browser.checkAccessibility(page);
        page.fill("#validUntil", "2099-12-31");
        page.click("main form .form-foot button[type=submit]");
        assertThat(page.locator("#code")).isVisible();
        assertThat(page.locator("img.qr")).hasJSProperty("complete", true);
        page.fill("#q", friendsName);
        page.keyboard().press("Enter");
        browser.screenshot(page, "coupon-show-" + look);
        browser.checkAccessibility(page);
        page.click("#pass-on form[method=post] button");
        assertThat(page.locator("#transfers")).isVisible();
        assertThat(page.locator("h1 + .page-sub")).containsText(friendsName);
        page.navigate("/customers/" + friend);
        assertThat(page.locator("#coupon")).containsText(name);
        browser.screenshot(page, "coupon-guest-" + look);
        browser.checkAccessibility(page);
        browser.assertNoErrors();
    }

    private void make(Look look, String name, Browser browser) {
        Page page = signedIn(browser, look, Role.ADMINISTRATOR);
        page.navigate("/coupons/new");
        page.fill("#name", name);
        page.fill("#code", "b" + System.nanoTime());
        page.selectOption("#worth", "PERCENT");
        page.fill("#percentOff", "150");
        page.click("main form .form-foot button[type=submit]");
        assertThat(page.locator("#percentOff")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#name")).hasValue(name);
        browser.screenshot(page, "coupon-form-" + look);
        browser.checkAccessibility(page);
        page.fill("#percentOff", "12.5");
        page.fill("#cap", "50");
        page.check("input[name=days][value=FRIDAY]");
        page.check("input[name=transferable]");
        page.click("main form .form-foot button[type=submit]");
        assertThat(page.locator("main")).containsText(name);
        browser.screenshot(page, "coupon-list-" + look);
        browser.checkAccessibility(page);
    }

    private Page signedIn(Browser browser, Look look, Role role) {
        Page page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(role));
        return page;
    }
}
