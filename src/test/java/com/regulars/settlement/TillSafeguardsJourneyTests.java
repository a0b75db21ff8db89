package com.regulars.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardFreezing;
import com.regulars.card.CardSummary;
import com.regulars.ledger.SpendOrder;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Where the till asks, says or takes back, so that a busy hand books nothing it did not mean. */
@JourneyTest
@Import(CardFixtures.class)
class TillSafeguardsJourneyTests {

    @Autowired
    CardFixtures cards;

    @Autowired
    CardFreezing freezing;

    @Autowired
    MenuEditing menu;

    @Autowired
    Fixtures fixtures;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH.dark(), Look.CHINESE.phone());
    }

    static Stream<Look> wideLooks() {
        return looks().filter(look -> look.width() > 1_000);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void guestTypesThePinOnThePadAndIsToldHowManyTriesAreLeft(Look look, Browser browser) {
        CardSummary card = withPin();
        String fish = dish("水煮鱼", 1_000);
        Page page = atTheTill(browser, look);
        keys(page, card.number(), "Enter", fish, "Enter", "F9");
        assertThat(page.locator("#till-pin-box")).isVisible();
        assertThat(page.locator("#till-pin")).isFocused();
        assertThat(page.locator("#till-pin-wrong")).hasCount(0);
        look(browser, page, "till-pin-" + look);
        page.keyboard().press("F9");
        press(page, "246813");
        assertThat(page.locator("#till-pin-wrong")).containsText("4");
        assertThat(page.locator("#till-pin")).isFocused();
        look(browser, page, "till-pin-wrong-" + look);
        assertThat(page.locator("#till-pin-box")).isHidden();
        page.keyboard().press("F9");
        press(page, "9");
        page.locator("[data-digit=back]").click();
        press(page, "135790");
        assertThat(page.locator(".till-paid-title")).containsText("¥10.00");
        browser.assertNoErrors();
    }

    @Test
    void escapeLeadsFromThePinBackToTheBillAndNoDigitStays(Browser browser) {
        CardSummary card = withPin();
        Page page = atTheTill(browser, Look.CHINESE);
        keys(page, card.number(), "Enter", dish("水煮鱼", 1_000), "Enter", "F9", "135");
        assertThat(page.locator(".till-pin-cells")).hasAttribute("data-filled", "3");
        keys(page, "F8", "Alt+Digit1", "Escape");
        assertThat(page.locator("#till-pin-box")).isHidden();
        assertThat(page.locator("#till-pin")).hasValue("");
        assertThat(page.locator(".till-name")).not().hasText("散客");
        assertThat(page.locator(".till-key.is-chosen")).containsText("储值余额");
        page.locator("#till-go").click();
        assertThat(page.locator("#till-pin")).isFocused();
        keys(page, "135790", "Enter");
        assertThat(page.locator(".till-paid-title")).containsText("¥10.00");
    }

    /** The card's page asks the colleague, and leads back to the bill. */
    @Test
    void forgottenPinIsResetByASecondPersonAndTheBillStays(Browser browser) {
        CardSummary card = withPin();
        var manager = fixtures.hire(Role.MANAGER);
        Page page = atTheTill(browser, Look.CHINESE);
        keys(page, card.number(), "Enter", dish("水煮鱼", 1_000), "Enter", "F9", "F4");
        page.waitForURL("**/cards/" + card.number() + "**");
        assertThat(page.locator("#approver")).isVisible();
        browser.screenshot(page, "card-pin-approval");
        browser.checkAccessibility(page);
        page.fill("#pin", "246802");
        page.fill("#again", "246802");
        page.fill("#approver", manager.loginName());
        page.fill("#approverPassword", "not the password");
        page.locator("form[action$='/pin'] button").click();
        assertThat(page.locator(".alert-danger")).isVisible();
        assertThat(page.locator("#approver")).isVisible();
        browser.checkAccessibility(page);
        page.reload();
        page.navigate("/cards/" + card.number() + "?to=/till");
        page.fill("#pin", "246802");
        page.fill("#again", "246802");
        page.fill("#approver", manager.loginName());
        page.fill("#approverPassword", manager.password());
        page.locator("form[action$='/pin'] button").click();
        page.waitForURL("**/till");
        keys(page, "F9", "246802");
        assertThat(page.locator(".till-paid-title")).containsText("¥10.00");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void clearedBillComesBackWithOneKey(Look look, Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        Page page = atTheTill(browser, look);
        keys(page, card.number(), "Enter", dish("水煮鱼", 1_000), "Enter");
        assertThat(amount(page)).hasText("¥10.00");
        page.locator("form[action='/till/next'] button").click();
        assertThat(page.locator("[data-undo]")).isVisible();
        assertThat(page.locator(".till-name")).not().hasText("王小明");
        look(browser, page, "till-cleared-" + look);
        page.keyboard().press("Escape");
        assertThat(amount(page)).hasText("¥10.00");
        assertThat(page.locator(".till-balances")).isVisible();

        page.locator("form[action='/till/next'] button").click();
        assertThat(page.locator("[data-undo]")).isVisible();
        assertThat(page.locator("[data-undo]"))
                .hasCount(
                        0,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(12_000));
    }

    @Test
    void frozenCardLetsF9BookNothingElseUntilSomebodySaysHow(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        CurrentActor.asSystem(() -> freezing.freeze(card.number()));
        Page page = atTheTill(browser, Look.CHINESE);
        keys(page, card.number(), "Enter", "Insert", dish("水煮鱼", 1_000), "Enter");
        assertThat(amount(page)).hasText("¥10.00");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("F9");
            assertThat(page.locator("#till-say")).containsText("已冻结");
            assertThat(page.locator("#till-cash")).isFocused();
        }
        page.locator("#till-go").click();
        assertThat(page.locator("#till-say")).containsText("已冻结");
        page.reload();
        page.keyboard().press("F9");
        assertThat(page.locator("#till-say")).containsText("已冻结");
        assertThat(page.locator(".till-paid-title")).hasCount(0);
        look(browser, page, "till-frozen-word");
        page.locator("#till-cash").focus();
        keys(page, "20", "F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥10.00");

        keys(page, "Escape", card.number(), "Enter", dish("米饭", 100), "Enter", "Alt+Digit2", "F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥1.00");
    }

    @Test
    void cardFrozenWhileItsBillIsTypedIsSaidByF9(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        Page page = atTheTill(browser, Look.CHINESE);
        keys(page, card.number(), "Enter", dish("水煮鱼", 1_000), "Enter");
        assertThat(amount(page)).hasText("¥10.00");
        CurrentActor.asSystem(() -> freezing.freeze(card.number()));
        page.reload();
        page.keyboard().press("F9");
        assertThat(page.locator("#till-say")).containsText("还不能结账");
        assertThat(page.locator("[data-without-card]")).isFocused();
    }

    @ParameterizedTest
    @MethodSource("wideLooks")
    void longBillSaysWhatStandsAboveAndMarksTheNewestLine(Look look, Browser browser) {
        Page page = atTheTill(browser, look);
        page.keyboard().press("Insert");
        for (int i = 0; i < 16; i++) {
            keys(page, dish("菜 " + i, 1_000), "Enter");
        }
        assertThat(amount(page)).hasText("¥160.00");
        assertThat(page.locator("tr.is-changed")).containsText("菜 15");
        assertThat(page.locator("tr.is-changed")).isInViewport();
        assertThat(page.locator("[data-above]")).containsText("菜 0");
        look(browser, page, "till-above-" + look);
        page.keyboard().press("Alt+Digit2");
        assertThat(page.locator(".till-key.is-chosen")).containsText("2");
        assertThat(page.locator("tr.is-changed")).isInViewport();
        page.reload();
        assertThat(page.locator("tr.is-changed")).isInViewport();
        page.locator("[data-above]").click();
        assertThat(page.locator("[data-above]")).isHidden();
    }

    @Test
    void tillForAllVenuesSaysForWhichItBooks(Browser browser) {
        cards.otherVenue();
        Page page = atTheTill(browser, Look.CHINESE);
        assertThat(page.locator(".till-venue")).containsText("这里记在");
        look(browser, page, "till-all-venues");
        page.locator(".switches details.pop summary").first().click();
        page.locator(".switches button[name=venue]:not([value=''])").first().click();
        page.waitForLoadState();
        assertThat(page.locator("#till")).isVisible();
        assertThat(page.locator(".till-venue")).hasCount(0);
    }

    /** The open bill is kept by the server, so a fresh page shows it; axe leaves its traces on the old one. */
    private static void look(Browser browser, Page page, String name) {
        browser.screenshot(page, name);
        browser.checkAccessibility(page);
        page.reload();
    }

    private CardSummary withPin() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "135790");
        cards.topUp(card, 100_000);
        return card;
    }

    private static void press(Page page, String digits) {
        digits.chars()
                .forEach(digit ->
                        page.locator("[data-digit='" + (char) digit + "']").click());
    }

    private static void keys(Page page, String... keys) {
        for (String key : keys) {
            if (key.matches("Enter|Escape|Insert|F[0-9]+|Alt\\+.*")) {
                page.keyboard().press(key, new Keyboard.PressOptions().setDelay(60));
            } else {
                page.keyboard().type(key, new Keyboard.TypeOptions().setDelay(60));
            }
        }
    }

    private static Locator amount(Page page) {
        return page.locator(".till-pay .till-payable .till-amount");
    }

    private Page atTheTill(Browser browser, Look look) {
        Page page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.CASHIER));
        page.navigate("/till");
        return page;
    }

    private String dish(String name, long price) {
        String code = "g" + UUID.randomUUID().toString().substring(0, 8);
        return CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, name, "热菜", price, null, true)))
                .code();
    }
}
