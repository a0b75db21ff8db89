package com.regulars.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.Fixtures.Account;
import com.regulars.testing.JourneyTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A cashier's shift in the browser: float, a bill, cash out, the blind count, the difference, the next cashier, the report. */
@JourneyTest
@Import(CardFixtures.class)
class ShiftJourneyTests {

    @Autowired
    MenuEditing menu;

    @Autowired
    Fixtures fixtures;

    @Test
    void cashierWorksAWholeShiftAndHandsTheDrawerOn(Browser browser) {
        Account next = fixtures.hire(Role.CASHIER);
        Page page = signedIn(browser, Look.CHINESE, Role.CASHIER);
        work(browser, page, next, "zh", "少 ¥5.00", "班次报表", "我的班次");
        browser.assertNoErrors();
    }

    @Test
    void theSameInEnglishInTheDark(Browser browser) {
        Account next = fixtures.hire(Role.CASHIER);
        Page page = signedIn(browser, Look.ENGLISH.dark(), Role.CASHIER);
        work(browser, page, next, "en-dark", "¥5.00 short", "Shift report", "My shift");
        browser.assertNoErrors();
    }

    @Test
    void onAPhoneNothingSticksOut(Browser browser) {
        Page page = signedIn(browser, Look.CHINESE.phone(), Role.MANAGER);
        page.navigate("/shifts/mine");
        browser.checkAccessibility(page);
        open(page);
        look(browser, page, "shift-phone");
        page.locator(".shift-columns a.btn-primary").click();
        look(browser, page, "shift-count-phone");
        page.locator("#pieces-0").fill("5");
        page.keyboard().press("F9");
        assertThat(page.locator(".shift-result")).isVisible();
        look(browser, page, "shift-closed-phone");
        page.navigate(page.url() + "/report");
        look(browser, page, "shift-report-phone");
        page.navigate("/shifts");
        look(browser, page, "shift-list-phone");
        browser.assertNoErrors();
    }

    private void work(
            Browser browser, Page page, Account next, String picture, String shortBy, String report, String link) {
        page.navigate("/till");
        page.locator(".till-shift-link").click();
        assertThat(page.locator("#floatAmount")).isFocused();
        look(browser, page, "shift-open-" + picture);
        open(page);

        page.navigate("/till");
        assertThat(page.locator(".till-shift-link")).hasText(link);
        page.keyboard().press("Insert");
        page.keyboard().type(dish());
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-amount")).containsText("88.00");
        page.keyboard().press("Alt+Digit1");
        assertThat(page.locator("#till-cash")).isFocused();
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).isVisible();

        page.locator(".till-shift-link").click();
        page.locator("#amount").fill("86");
        page.locator("#movementReason").fill("买冰块");
        page.keyboard().press("Enter");
        assertThat(page.locator(".rows")).containsText("\u221286.00");
        look(browser, page, "shift-running-" + picture);

        page.locator(".shift-columns a.btn-primary").click();
        assertThat(page.locator("#pieces-0")).isFocused();
        for (String pieces : new String[] {"4", "1", "2", "0", "1", "2"}) {
            page.keyboard().type(pieces);
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("#count-total")).hasText("497.00");
        assertThat(page.locator("#pieces-6")).isFocused();
        assertThat(page.locator("main")).not().containsText("502.00");
        look(browser, page, "shift-count-" + picture);
        page.keyboard().press("F9");

        assertThat(page.locator(".shift-result")).containsText("502.00");
        assertThat(page.locator(".shift-result")).containsText(shortBy);
        assertThat(page.locator("#reason")).isFocused();
        look(browser, page, "shift-difference-" + picture);
        page.keyboard().type("找零多给 5 元，顾客已走");
        page.keyboard().press("Enter");

        assertThat(page.locator("#approver")).isVisible();
        look(browser, page, "shift-handover-" + picture);
        page.locator("#approver").selectOption(next.loginName());
        page.locator("#approverPassword").fill("not it");
        page.keyboard().press("Enter");
        assertThat(page.locator(".alert-danger")).isVisible();
        page.locator("#approverPassword").fill(next.password());
        page.locator("#left").fill("300");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).containsText(report);
        assertThat(page.locator("main")).containsText("502.00");
        assertThat(page.locator("main")).containsText("197.00");
        look(browser, page, "shift-report-" + picture);
        String address = page.url();
        page.locator(".page-actions .btn-primary").click();
        assertThat(page.locator(".receipt")).containsText("497.00");
        look(browser, page, "shift-print-" + picture);
        page.navigate(address);
        page.locator("a[href*='kind=BILL'][href*='tender=CASH']").first().click();
        assertThat(page.locator("tfoot")).containsText("88.00");
        browser.checkAccessibility(page);
    }

    private static void open(Page page) {
        String till = "j" + UUID.randomUUID().toString().substring(0, 6);
        page.locator("#till").fill(till);
        page.locator("#floatAmount").fill("500");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText(till);
    }

    private static void look(Browser browser, Page page, String name) {
        browser.screenshot(page, name);
        browser.checkAccessibility(page);
    }

    private Page signedIn(Browser browser, Look look, Role role) {
        Page page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(role));
        return page;
    }

    private String dish() {
        String code = "s" + UUID.randomUUID().toString().substring(0, 8);
        return CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, "水煮鱼", "热菜", 8_800, null, true)))
                .code();
    }
}
