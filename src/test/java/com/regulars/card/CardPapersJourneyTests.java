package com.regulars.card;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is decided once for many cards, and what a guest takes home on paper. */
@JourneyTest
@Import(CardFixtures.class)
class CardPapersJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CardFixtures given;

    @Autowired
    Cards cards;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH.dark(), Look.ENGLISH.phone());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCardWithAFeeLeavesASlipThatItsPageLeadsTo(Look look, Browser browser) {
        var programme = given.memberPrice(30_000);
        long guest = given.customer();
        Page page = signedIn(browser, look, Role.CASHIER);
        page.navigate("/cards/new?customerId=" + guest);
        page.check("input[name=programmeCode][value='" + programme.code() + "']");
        page.check("input[name=feeTender][value=WECHAT]");
        page.click("main form button[type=submit]");
        page.waitForURL("**/cards/6028*");
        page.click("a[href$='/fee-slip']");
        assertThat(page.locator(".slip-amount")).containsText("¥300.00");
        assertThat(page.locator(".slip-box")).containsText("300.00");
        assertThat(page.locator(".slip-lines")).containsText(look.locale().startsWith("zh") ? "微信" : "WeChat");
        browser.screenshot(page, "card-fee-slip-" + look);
        browser.checkAccessibility(page);
        page.click(".slip-actions a");
        assertThat(page.locator("h1")).isVisible();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void neverIsAChoiceOfThePinThatSaysSo(Look look, Browser browser) {
        Page page = signedIn(browser, look, Role.ADMINISTRATOR);
        page.navigate("/programmes/new");
        assertThat(page.locator("#pinRule")).hasValue("ABOVE");
        assertThat(page.locator("#pinAbove")).hasValue("200.00");
        String code = "n" + System.nanoTime();
        page.fill("#code", code);
        page.fill("#name", "Open " + code);
        page.fill("#pinAbove", "");
        page.click("main form .form-foot button[type=submit]");
        assertThat(page.locator("#pinAbove")).isFocused();
        assertThat(page.locator("#pinAbove")).hasAttribute("aria-invalid", "true");
        browser.checkAccessibility(page);
        page.selectOption("#pinRule", "NEVER");
        assertThat(page.locator("#pinRule-hint")).isVisible();
        browser.screenshot(page, "programme-pin-never-" + look);
        page.click("main form .form-foot button[type=submit]");
        page.waitForURL("**/programmes/" + code);
        assertThat(page.locator("main")).containsText(look.locale().startsWith("zh") ? "从不要密码" : "never ask for a PIN");
        browser.checkAccessibility(page);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void anAmountFarAboveTheTiersIsLookedAtASecondTimeWithTheReason(Look look, Browser browser) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        Page page = signedIn(browser, look, Role.CASHIER);
        page.navigate("/cards/" + card.number() + "/top-up");
        page.focus("#amount");
        page.keyboard().type("20001", new Keyboard.TypeOptions().setDelay(60));
        page.keyboard().press("Enter");
        assertThat(page.locator("main .alert-danger")).containsText("¥10,000.00");
        browser.screenshot(page, "card-top-up-far-above-" + look);
        browser.checkAccessibility(page);
        page.click("main .form-foot a");
        Assertions.assertThat(cards.get(card.id()).balanceMinor()).isZero();
    }

    @Test
    void anAmountOfTheTiersIsNotCalledImplausible(Browser browser) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        Page page = signedIn(browser, Look.CHINESE, Role.CASHIER);
        page.navigate("/cards/" + card.number() + "/top-up");
        page.fill("#amount", "20000");
        page.keyboard().press("Enter");
        assertThat(page.locator(".second-look")).isVisible();
        assertThat(page.locator("main .alert-danger")).hasCount(0);
    }

    private Page signedIn(Browser browser, Look look, Role role) {
        Page page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(role));
        return page;
    }
}
