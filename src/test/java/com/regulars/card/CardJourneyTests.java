package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the guest's page to a card with money on it and the slip in hand. */
@JourneyTest
@Import(CardFixtures.class)
class CardJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CardFixtures given;

    @Autowired
    Cards cards;

    @Autowired
    JdbcClient jdbc;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH, Look.CHINESE.dark().phone());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aManagerIssuesACardAndTopsItUp(Look look, Browser browser) {
        var programme = given.combined(SpendOrder.PRINCIPAL_FIRST, null);
        long guest = given.customer();
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.MANAGER));

        page.navigate("/customers/" + guest);
        page.locator("main a[href='/cards/new?customerId=" + guest + "']")
                .first()
                .click();
        page.check("input[name=programmeCode][value='" + programme.code() + "']");
        browser.screenshot(page, "card-issue-" + look);
        browser.checkAccessibility(page);
        page.click("main form button[type=submit]");
        page.waitForURL("**/cards/6028*");
        CardSummary card = cards.ofCustomer(guest).getFirst();

        page.navigate("/cards/" + card.number() + "/top-up");
        browser.screenshot(page, "card-top-up-" + look);
        browser.checkAccessibility(page);
        page.click("button.tier[value='10000.00']");
        browser.screenshot(page, "card-top-up-confirm-" + look);
        browser.checkAccessibility(page);
        assertThat(page.locator(".second-look").innerText()).contains("¥10,000.00");
        page.click("main form button[type=submit]");
        page.waitForURL("**/cards/top-ups/*");
        browser.screenshot(page, "card-slip-" + look);
        browser.checkAccessibility(page);
        assertThat(page.locator(".slip").innerText()).contains("12,000.00", card.maskedNumber());

        page.click(".slip-actions a");
        browser.screenshot(page, "card-show-" + look);
        browser.checkAccessibility(page);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(1_200_000);
        browser.assertNoErrors();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aManagerReleasesAParkedCard(Look look, Browser browser) {
        CardSummary card = given.cardWith(1_000_000);
        jdbc.sql("update ledger_account set parked = true where holder_id = :card")
                .param("card", card.id())
                .update();
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/cards/" + card.number());
        browser.screenshot(page, "card-parked-" + look);
        browser.checkAccessibility(page);

        page.fill("#release-reason", "日结时改错，已更正");
        page.click("form[action$='/releases'] button");
        page.locator("#release-reason").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        browser.screenshot(page, "card-released-" + look);
        browser.checkAccessibility(page);
        assertThat(cards.isParked(card.id())).isFalse();
        browser.assertNoErrors();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theFrontDeskReportsACardLostAndReplacesItWithTheManagerBesideIt(Look look, Browser browser) {
        CardSummary card = given.cardWith(1_000_000);
        var manager = fixtures.hire(Role.MANAGER);
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.FRONT_DESK));
        page.navigate("/cards/" + card.number());
        page.click("details:has(form[action$='/loss-reports']) summary");
        browser.screenshot(page, "card-lose-" + look);
        browser.checkAccessibility(page);
        page.click("form[action$='/loss-reports'] button");

        page.locator("#replacement-approver").waitFor();
        page.fill("#replacement-approver", manager.loginName());
        page.fill("#replacement-password", manager.password());
        browser.screenshot(page, "card-replace-" + look);
        browser.checkAccessibility(page);
        page.click("form[action$='/replacements'] button");
        page.waitForURL("**/replacement");
        browser.screenshot(page, "card-replacement-" + look);
        browser.checkAccessibility(page);
        CardSummary successor = cards.ofCustomer(card.customerId()).getLast();
        assertThat(page.locator(".slip").innerText())
                .contains("12,000.00", card.maskedNumber(), successor.maskedNumber());

        page.navigate("/cards/" + card.number());
        browser.screenshot(page, "card-replaced-" + look);
        browser.checkAccessibility(page);
        assertThat(successor.balanceMinor()).isEqualTo(1_200_000);
        browser.assertNoErrors();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCashierRefundsATopUpWithTheManagerBesideThem(Look look, Browser browser) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 100_000).id();
        var manager = fixtures.hire(Role.MANAGER);
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.CASHIER));
        page.navigate("/cards/" + card.number());
        page.locator("a[href='/cards/top-ups/" + topUp + "/refund']").click();
        page.locator("form[action$='/voids']").waitFor();
        page.check("input[name=cause][value=CUSTOMER]");
        page.fill("#refund-approver", manager.loginName());
        page.fill("#refund-password", manager.password());
        browser.screenshot(page, "card-refund-" + look);
        browser.checkAccessibility(page);
        page.click("form[action$='/refunds'] button");
        page.waitForURL("**/cards/top-ups/reversals/*");
        browser.screenshot(page, "card-refunded-" + look);
        browser.checkAccessibility(page);
        assertThat(page.locator(".slip").innerText()).contains("1,000.00", "100.00", card.maskedNumber());
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
        browser.assertNoErrors();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aManagerVoidsATopUpThatWasAMistake(Look look, Browser browser) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 1_000_000).id();
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/cards/top-ups/" + topUp + "/refund");
        browser.screenshot(page, "card-void-" + look);
        browser.checkAccessibility(page);
        page.click("form[action$='/voids'] button");
        page.waitForURL("**/cards/top-ups/reversals/*");
        browser.screenshot(page, "card-voided-" + look);
        browser.checkAccessibility(page);
        page.navigate("/cards/top-ups/" + topUp);
        browser.checkAccessibility(page);
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
        browser.assertNoErrors();
    }

    @Test
    void twentyThousandTypedAndEnterIsTwentyThousandAndNotTheFirstTier(Browser browser) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        var page = browser.newPage();
        browser.signIn(page, fixtures.hire(Role.CASHIER));
        page.navigate("/cards/" + card.number() + "/top-up");
        page.focus("#amount");
        page.keyboard().type("20,000", new Keyboard.TypeOptions().setDelay(60));
        page.keyboard().press("Enter");
        page.waitForSelector(".second-look");
        assertThat(page.locator(".second-look").innerText()).contains("¥20,000.00", "贰万元整");
        page.click("main form button[type=submit]");
        page.waitForURL("**/cards/top-ups/*");
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(2_200_000);

        page.navigate("/cards/" + card.number() + "/top-up");
        page.focus("#amount");
        page.keyboard().type("viel");
        page.keyboard().press("Enter");
        page.waitForSelector(".error-summary");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("amount");
    }

    @Test
    void anAdministratorCreatesAProgramme(Browser browser) {
        var page = browser.newPage(Look.ENGLISH);
        browser.signIn(page, fixtures.hire(Role.ADMINISTRATOR));
        page.navigate("/programmes/new");
        browser.screenshot(page, "programme-form");
        browser.checkAccessibility(page);
        String code = "j" + System.nanoTime();
        page.fill("#code", code);
        page.fill("#name", "Gold");
        page.click("main form button[type=submit]");
        page.waitForURL("**/programmes/" + code);
        assertThat(page.locator("main").innerText()).contains("10,000.00", "20 % off");
        browser.checkAccessibility(page);
        page.navigate("/programmes");
        browser.checkAccessibility(page);
        page.navigate("/ledger");
        page.click("main form button[type=submit]");
        browser.screenshot(page, "ledger");
        browser.checkAccessibility(page);
        assertThat(page.locator("main").innerText()).contains("Adds up");
        browser.assertNoErrors();
    }
}
