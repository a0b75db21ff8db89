package com.regulars.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardFreezing;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.ledger.SpendOrder;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What cashiers do to a till: quickly, out of order, twice, with the next bill already in their fingers. */
@JourneyTest
@Import(CardFixtures.class)
class TillKeysJourneyTests {

    private static final Keyboard.TypeOptions QUICKLY = new Keyboard.TypeOptions().setDelay(60);

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    CardFreezing freezing;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    MenuEditing menu;

    @Autowired
    Fixtures fixtures;

    @Test
    void plusMinusAndBinDoWhatTheySayHoweverQuicklyTheyArePressed(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        String rice = dish("米饭", 100);
        Page page = atTheTill(browser);
        keys(page, "Insert", fish, "Enter", rice, "Enter");
        assertThat(amount(page)).hasText("¥11.00");

        Locator more = page.locator("[data-act^='more 0']");
        more.click();
        more.click();
        more.click();
        assertThat(amount(page)).hasText("¥41.00");
        page.locator("[data-act^='less 0']").dblclick();
        assertThat(amount(page)).hasText("¥21.00");
        page.locator("[data-act^='off 1']").dblclick();
        assertThat(amount(page)).hasText("¥20.00");
        assertThat(page.locator("tbody tr")).hasCount(1 + steps(page));
    }

    @Test
    void quantityThatIsTypedIsWhatF9Books(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        Page page = atTheTill(browser);
        keys(page, "Insert", fish, "Enter");
        assertThat(amount(page)).hasText("¥10.00");
        page.locator("#quantity-0").fill("3");
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥30.00");
        page.reload();
        assertThat(page.locator(".till-paid-title")).containsText("¥30.00");

        page.keyboard().press("Escape");
        keys(page, "Insert", fish, "Enter");
        page.locator("#quantity-0").fill("4");
        page.locator("#till-go").click();
        assertThat(page.locator(".till-paid-title")).containsText("¥40.00");
    }

    @Test
    void whatStillStandsInAFieldIsNotForgottenByF9(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        CardSummary card = cards.cardWith(1_000_000);
        Page page = atTheTill(browser);
        keys(page, card.number(), "Enter", fish, "F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥10.00");

        keys(page, "Escape", card.number(), "Enter", fish, "Enter", "Alt+Digit2");
        assertThat(page.locator("#till-go")).isFocused();
        page.locator("#till-balance-part").fill("３");
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid")).containsText("11,987.00");

        keys(page, "Escape", "Insert", fish, "Enter", "nosuchdish", "F9");
        assertThat(page.locator("#till-say")).isHidden();
        assertThat(page.locator("#till [data-missed]")).containsText("nosuchdish");
        assertThat(page.locator("#till-dish")).isFocused();
        drawnAnew(page, () -> page.keyboard().press("F9"));
        assertThat(page.locator("#till [data-missed]")).isVisible();
        assertThat(page.locator(".till-paid-title")).hasCount(0);
        keys(page, fish, "F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥20.00");
    }

    @Test
    void keysTypedAheadWaitForTheChoiceAndNeverMakeIt(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        String rice = dish("米饭", 100);
        String name = "欧阳" + UUID.randomUUID().toString().substring(0, 6);
        guest(name);
        guest(name);
        Page page = atTheTill(browser);
        page.keyboard().insertText(name);
        keys(page, "Enter", fish, "Enter", rice, "Enter", rice, "Enter");
        assertThat(page.locator("#till-say")).containsText("先选好再继续");
        assertThat(page.locator(".till-name")).hasText("散客");
        assertThat(page.locator(".till-lines")).containsText("账单还是空的");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-name")).hasText(name);
        assertThat(amount(page)).hasText("¥12.00");

        String twins = "z" + UUID.randomUUID().toString().substring(0, 6);
        menu("x" + twins, twins + "甲", 500);
        menu("y" + twins, twins + "乙", 700);
        keys(page, twins, "Enter", rice, "Enter");
        assertThat(page.locator("#till-say")).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(amount(page)).hasText(Pattern.compile("¥(18|20)\\.00"));

        keys(page, "nosuchdish", "Enter", rice, "Enter", rice, "Enter", "F9");
        assertThat(page.locator("#till-say")).containsText("nosuchdish");
        assertThat(page.locator(".till-paid-title")).hasCount(0);
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).containsText(Pattern.compile("¥(20|22)\\.00"));
    }

    @Test
    void tabTypedAheadReachesTheSameFieldAndWhatStandsThereIsTypedOver(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        Page page = atTheTill(browser);
        keys(page, "Insert", fish);
        for (String key : List.of("Enter", "Shift+Tab", "Shift+Tab", "Shift+Tab", "3", "Enter")) {
            page.keyboard().press(key);
        }
        assertThat(amount(page)).hasText("¥30.00");
    }

    @Test
    void tooLittleCashIsShortAndMuchTooMuchIsAskedAbout(Browser browser) {
        String feast = dish("宴席", 13_800);
        Page page = atTheTill(browser);
        keys(page, "Insert", feast, "Enter", "Alt+Digit1");
        assertThat(page.locator("#till-cash")).isFocused();
        page.keyboard().type("100", QUICKLY);
        assertThat(page.locator(".till-cash")).containsText("还差");
        assertThat(page.locator("[data-change]")).hasText("38.00");
        page.keyboard().press("F9");
        assertThat(page.locator(".till-problem")).containsText("还差 38.00");
        assertThat(page.locator("#till-cash")).isFocused();
        drawnAnew(page, () -> page.keyboard().press("F9"));
        assertThat(page.locator(".till-problem")).containsText("还差 38.00");
        page.keyboard().type("2000", QUICKLY);
        page.keyboard().press("F9");
        assertThat(page.locator(".till-problem")).containsText("要找 1,862.00");
        page.keyboard().type("200", QUICKLY);
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid .till-amount")).containsText("62.00");
    }

    @Test
    void wrongPinPutsTheHandsBackOnThePinAndShowsItNowhere(Browser browser) {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "135790");
        cards.topUp(card, 100_000);
        String fish = dish("水煮鱼", 1_000);
        Page page = atTheTill(browser);
        keys(page, card.number(), "Enter", fish, "Enter", "F9", "246813", "F9");
        assertThat(page.locator(".till-problem")).containsText("密码不对");
        assertThat(page.locator("#till-pin")).isFocused();
        Assertions.assertThat(page.url()).doesNotContain("246813");
        Assertions.assertThat(page.content()).doesNotContain("246813");
        page.keyboard().type("135790", QUICKLY);
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-paid-title")).containsText("¥10.00");
    }

    @Test
    void pinTypedWhereNoneIsAskedGoesNowhere(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        String fish = dish("水煮鱼", 1_000);
        Page page = atTheTill(browser);
        keys(page, card.number(), "Enter", fish, "Enter", "F8", "135790", "Enter");
        assertThat(page.locator("#till-say")).containsText("这里没有输入框");
        assertThat(page.locator("#till-dish")).hasValue("");
        assertThat(page.locator("#till-search")).hasValue("");
        assertThat(page.locator(".till-paid-title")).hasCount(0);
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).isVisible();
    }

    @Test
    void droppedGuestComesBackWithTheSameKey(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        String fish = dish("水煮鱼", 1_000);
        Page page = atTheTill(browser);
        keys(page, card.number(), "Enter", fish, "Enter", "Alt+Digit2");
        assertThat(amount(page)).hasText("¥8.00");
        page.keyboard().press("Escape");
        assertThat(page.locator(".till-name")).hasText("散客");
        assertThat(amount(page)).hasText("¥10.00");
        page.keyboard().press("Escape");
        assertThat(amount(page)).hasText("¥8.00");
        assertThat(page.locator(".till-key.is-chosen")).containsText("微信");
    }

    @Test
    void lostConnectionLosesNothing(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        String rice = dish("米饭", 100);
        Page page = atTheTill(browser);
        keys(page, "Insert", fish, "Enter");
        assertThat(amount(page)).hasText("¥10.00");
        browser.cutsTheConnection();
        page.context().setOffline(true);
        keys(page, rice, "Enter", rice, "Enter");
        assertThat(page.locator("#till-say")).containsText("没有连上");
        page.context().setOffline(false);
        assertThat(amount(page)).hasText("¥12.00");
        assertThat(page.locator("#till-say")).isHidden();

        page.context().setOffline(true);
        page.keyboard().press("F9");
        assertThat(page.locator("#till-say")).containsText("不会收两次");
        assertThat(page.locator(".till-paid-title")).hasCount(0);
        page.context().setOffline(false);
        page.keyboard().press("F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥12.00");
    }

    @Test
    void expiredSessionComesBackToTheSameBill(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        Page page = browser.newPage();
        var cashier = fixtures.hire(Role.CASHIER);
        browser.signIn(page, cashier);
        page.navigate("/till");
        keys(page, "Insert", fish, "Enter");
        assertThat(amount(page)).hasText("¥10.00");
        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("SESSION"));
        keys(page, fish, "Enter");
        page.waitForURL("**/login?to=/till&lost");
        assertThat(page.locator(".entrance-form .alert-warning")).containsText("没有记下");
        browser.screenshot(page, "login-lost");
        browser.checkAccessibility(page);
        page.fill("#username", cashier.loginName());
        page.fill("#password", cashier.password());
        page.keyboard().press("Enter");
        page.waitForURL("**/till");
        assertThat(amount(page)).hasText("¥10.00");
        keys(page, "Insert", fish, "Enter", "F9");
        assertThat(page.locator(".till-paid-title")).containsText("¥20.00");
    }

    @Test
    void twoWindowsOnOneBillNeverPayItTwiceNorOpenItAgain(Browser browser) {
        String fish = dish("水煮鱼", 1_000);
        Page first = atTheTill(browser);
        keys(first, "Insert", fish, "Enter");
        assertThat(amount(first)).hasText("¥10.00");
        Page second = first.context().newPage();
        second.navigate("/till");
        second.locator("[data-act^='more 0']").click();
        assertThat(amount(second)).hasText("¥20.00");
        first.locator("[data-act^='off 0']").click();
        assertThat(first.locator(".till-problem")).containsText("别的窗口");
        assertThat(amount(first)).hasText("¥20.00");
        first.keyboard().press("F9");
        assertThat(first.locator(".till-paid-title")).containsText("¥20.00");
        second.locator("[data-act^='more 0']").click();
        assertThat(second.locator(".till-problem")).containsText("已经结过账");
        assertThat(second.locator(".till-paid-title")).containsText("¥20.00");
    }

    @Test
    void frozenCardIsShownAsFrozenAndTheTailFindsTheGuest(Browser browser) {
        CardSummary card = cards.cardWith(1_000_000);
        Page page = atTheTill(browser);
        keys(page, card.number().substring(8), "Enter");
        assertThat(page.locator(".till-balances")).containsText("2,000.00");
        CurrentActor.asSystem(() -> freezing.freeze(card.number()));
        keys(page, "Escape", card.number(), "Enter");
        assertThat(page.locator(".till-problem")).containsText("已冻结");
        assertThat(page.locator(".till-guest .tag-warn")).hasText("已冻结");
        browser.screenshot(page, "till-frozen");
    }

    @Test
    void newLineIsAlwaysInSight(Browser browser) {
        Page page = atTheTill(browser);
        page.keyboard().press("Insert");
        for (int i = 0; i < 14; i++) {
            keys(page, dish("菜 " + i, 1_000), "Enter");
        }
        assertThat(amount(page)).hasText("¥140.00");
        assertThat(page.locator("tr.is-changed")).containsText("菜 13");
        assertThat(page.locator("tr.is-changed")).isInViewport();
        Assertions.assertThat(page.evaluate(
                        "[document.querySelector('.till-lines').scrollTop > 0, document.documentElement.scrollHeight]"))
                .as("the list moves, the till does not")
                .isEqualTo(List.of(true, 800));
        browser.screenshot(page, "till-long-bill");
    }

    @Test
    void questionMarkOpensHelpOutsideFieldsOnly(Browser browser) {
        Page page = atTheTill(browser);
        page.keyboard().type("?");
        assertThat(page.locator("#till-search")).hasValue("?");
        assertThat(page.locator("#till-help")).isHidden();
        page.locator("#till-search").fill("");
        page.locator("h1, body").first().evaluate("() => document.activeElement.blur()");
        page.keyboard().press("?");
        assertThat(page.locator("#till-help")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#till-search")).hasValue("");
        assertThat(page.locator("#till-dish")).hasValue("");
    }

    /** Types as fast as practised fingers do: names of keys are pressed, everything else is typed. */
    private static void keys(Page page, String... keys) {
        for (String key : keys) {
            if (key.matches("Enter|Escape|Insert|Tab|F[0-9]+|Alt\\+.*|Arrow.*")) {
                page.keyboard().press(key, new Keyboard.PressOptions().setDelay(60));
            } else {
                page.keyboard().type(key, QUICKLY);
            }
        }
    }

    private static void drawnAnew(Page page, Runnable key) {
        page.evaluate("document.getElementById('till').dataset.before = 'true'");
        key.run();
        page.waitForFunction(
                "() => { const t = document.getElementById('till'); return !t.dataset.before && t.settled; }");
    }

    private static Locator amount(Page page) {
        return page.locator(".till-pay .till-amount");
    }

    private static int steps(Page page) {
        return page.locator(".till-steps tr").count();
    }

    private Page atTheTill(Browser browser) {
        Page page = browser.newPage(Look.CHINESE);
        browser.signIn(page, fixtures.hire(Role.CASHIER));
        page.navigate("/till");
        return page;
    }

    private void guest(String name) {
        CardFixtures.asManager(() -> registration.register(
                new RegisterCustomer(CustomerKind.PERSON, name, null, null, null, null, null, List.of())));
    }

    private String dish(String name, long price) {
        return menu("k" + UUID.randomUUID().toString().substring(0, 8), name, price);
    }

    private String menu(String code, String name, long price) {
        return CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, name, "热菜", price, null, true)))
                .code();
    }
}
