package com.regulars.settlement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.SpendOrder;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A shift of forty bills by keyboard alone, a key every sixty milliseconds and the next bill typed before the last one is
 * drawn: members and walk-ins, mixed tenders, points, refunds, a wrong PIN, a session that ends, a lost connection and a
 * second window. In the end the books hold exactly what was typed.
 */
@JourneyTest
@Import(CardFixtures.class)
class ShiftOfFortyBillsLongTests {

    private static final int BILLS = 40;
    private static final Keyboard.TypeOptions KEY_BY_KEY = new Keyboard.TypeOptions().setDelay(60);
    private static final Keyboard.PressOptions HELD = new Keyboard.PressOptions().setDelay(60);

    @Autowired
    CardFixtures given;

    @Autowired
    Cards cards;

    @Autowired
    MenuEditing menu;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    /** One way a bill goes: the keys, and what it takes by each tender. */
    private record Bill(List<String> keys, Map<String, Long> takings) {}

    private String fish = "";
    private String rice = "";
    private String feast = "";
    private CardSummary member;
    private CardSummary withPin;
    private Page page;
    private Fixtures.Account cashier;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyKeyCountsAndTheBooksAreRight(Look look, Browser browser) {
        browser.cutsTheConnection();
        open(look, browser);
        Map<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < BILLS; i++) {
            Bill bill = bill(i);
            disturb(i);
            keys(bill.keys());
            if (i % 8 == 5) {
                typePin(i);
            }
            bill.takings().forEach((tender, amount) -> expected.merge(tender, amount, Long::sum));
            afterwards(i);
        }
        awaitBills(BILLS);
        assertThat(page.locator(".till-paid-title")).isVisible();
        assertThat(takings()).isEqualTo(expected);
        assertThat(count()).isEqualTo(BILLS);
        assertThat(refunds()).isEqualTo(List.of(1_100L, 1_000L));
        assertThat(cards.get(member.id()).balanceMinor()
                        + cards.get(withPin.id()).balanceMinor())
                .isEqualTo(1_200_000 + 110_000 - expected.get("STORED_VALUE") + refundedToCards());
        assertThat(page.locator("#till-say")).isHidden();
    }

    private void open(Look look, Browser browser) {
        fish = dish("水煮鱼", 1_000);
        rice = dish("米饭", 100);
        feast = dish("宴席", 13_800);
        member = given.cardWith(1_000_000);
        withPin = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "135790");
        given.topUp(withPin, 100_000);
        cashier = fixtures.hire(Role.MANAGER);
        page = browser.newPage(look);
        browser.signIn(page, cashier);
        page.navigate("/till");
    }

    private Bill bill(int i) {
        String card = member.number();
        return switch (i % 8) {
            case 0 -> new Bill(List.of("Insert", fish, "Enter", rice, "Enter", "F9"), Map.of("CASH", 1_100L));
            case 1 -> new Bill(List.of("Insert", fish, "Enter", "Alt+Digit1", "20", "F9"), Map.of("CASH", 1_000L));
            case 2 -> new Bill(List.of(card, "Enter", fish, "Enter", "F9"), Map.of("STORED_VALUE", 1_000L));
            case 3 ->
                new Bill(
                        List.of(card, "Enter", fish, "Enter", rice, "Enter", "Alt+Digit2", "F9"),
                        Map.of("WECHAT", 880L));
            case 4 ->
                new Bill(
                        List.of(card, "Enter", feast, "Enter", "Alt+Digit2", "Shift+Tab", "Shift+Tab", "38", "F9"),
                        Map.of("STORED_VALUE", 3_800L, "WECHAT", 8_000L));
            case 5 -> new Bill(List.of(withPin.number(), "Enter", fish, "Enter"), Map.of("STORED_VALUE", 1_000L));
            case 6 ->
                new Bill(
                        List.of(card, "Enter", fish, "Enter", "Alt+Digit3", "F7", "F9"),
                        Map.of("ALIPAY", paidWithPoints(i)));
            default -> new Bill(List.of("Insert", fish, "Enter", fish, "Enter", fish, "F9"), Map.of("CASH", 3_000L));
        };
    }

    /** What is left of 8.00 after the points the member has when it is this bill's turn, a point being a hundredth. */
    private long paidWithPoints(int i) {
        awaitBills(i);
        return Math.max(0, 800 - cards.get(member.id()).points());
    }

    /** Things that happen to cashiers before a bill. */
    private void disturb(int i) {
        if (i > 0) {
            keys(List.of("Escape"));
        }
        if (i % 10 == 0) {
            awaitBills(i);
        }
        if (i == 10) {
            sessionEnds();
        } else if (i == 20) {
            connectionIsLost();
        } else if (i == 30) {
            secondWindow();
        }
    }

    private void sessionEnds() {
        assertThat(page.locator("#till-search")).isFocused();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
        keys(List.of(member.number(), "Enter"));
        page.waitForURL("**/login?to=/till&lost");
        keys(List.of(cashier.loginName(), "Tab", cashier.password(), "Enter"));
        page.waitForURL("**/till");
    }

    /** The first dish of the bill after it is typed without a connection, and arrives when there is one again. */
    private void connectionIsLost() {
        assertThat(page.locator("#till-search")).isFocused();
        page.context().setOffline(true);
        keys(List.of("Insert", rice, "Enter"));
        assertThat(page.locator("#till-say")).isVisible();
        page.context().setOffline(false);
        assertThat(page.locator(".till-lines")).containsText("米饭");
        keys(List.of("Shift+Tab", "Shift+Tab", "Shift+Tab", "0", "Enter"));
        assertThat(page.locator(".till-lines tbody")).hasCount(0);
        page.keyboard().press("F2");
    }

    /** Somebody typed into another window; this one is told, looks and empties it. */
    private void secondWindow() {
        assertThat(page.locator("#till-search")).isFocused();
        Page second = page.context().newPage();
        second.navigate("/till");
        second.keyboard().press("Insert");
        second.keyboard().type(rice, KEY_BY_KEY);
        second.keyboard().press("Enter");
        assertThat(second.locator(".till-lines")).containsText("米饭");
        second.close();
        keys(List.of("Insert", rice, "Enter"));
        assertThat(page.locator(".till-problem")).isVisible();
        assertThat(page.locator("#till-dish")).hasValue(rice);
        keys(List.of("Backspace", "Shift+Tab", "Shift+Tab", "Shift+Tab", "0", "Enter"));
        assertThat(page.locator(".till-lines tbody")).hasCount(0);
        page.keyboard().press("F2");
    }

    /** Every second time the guest mistypes first. */
    private void typePin(int i) {
        if (i % 16 == 5) {
            keys(List.of("F9", "246802", "F9"));
            assertThat(page.locator(".till-problem")).isVisible();
            assertThat(page.locator("#till-pin")).isFocused();
        } else {
            keys(List.of("F9"));
        }
        keys(List.of("135790", "Enter"));
    }

    /** Two bills are given back whole, one of cash and one from a balance. */
    private void afterwards(int i) {
        if (i != 16 && i != 26) {
            return;
        }
        awaitBills(i + 1);
        assertThat(page.locator("#till-next")).isFocused();
        tabTo(".till-paid-links a");
        page.keyboard().press("Enter");
        page.waitForURL("**/settlements/*");
        tabTo("#refund-reason");
        keys(List.of("cold", "Enter"));
        assertThat(page.locator(".flashes .alert-success")).isVisible();
        page.navigate("/till");
        assertThat(page.locator("#till-next")).isFocused();
    }

    /** The fingers are ahead of the till: this is where they wait for it. */
    private void awaitBills(int settled) {
        page.waitForCondition(() -> count() == settled, new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private void tabTo(String selector) {
        for (int i = 0; i < 100; i++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No key leads to " + selector);
    }

    private void keys(List<String> keys) {
        for (String key : keys) {
            if (key.matches("Enter|Escape|Insert|Backspace|(Shift\\+)?Tab|F[0-9]+|Alt\\+.*|Arrow.*")) {
                page.keyboard().press(key, HELD);
            } else {
                page.keyboard().type(key, KEY_BY_KEY);
            }
        }
    }

    private Map<String, Long> takings() {
        return new TreeMap<>(jdbc
                .sql("""
                        select t.type, sum(t.amount_minor - t.change_minor) amount
                          from settlement_tender t join settlement s on s.id = t.settlement_id
                         where s.settled_by_key = :cashier group by t.type
                        """)
                .param("cashier", key())
                .query((row, number) -> Map.entry(row.getString("type"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private long count() {
        return jdbc.sql("select count(distinct bill_number) from settlement where settled_by_key = :cashier")
                .param("cashier", key())
                .query(Long.class)
                .single();
    }

    private List<Long> refunds() {
        return new ArrayList<>(
                jdbc.sql("""
                        select r.amount_minor from settlement_refund_tender r
                          join settlement_refund f on f.id = r.refund_id join settlement s on s.id = f.settlement_id
                         where s.settled_by_key = :cashier order by f.id
                        """).param("cashier", key()).query(Long.class).list());
    }

    private long refundedToCards() {
        return jdbc.sql("""
                        select coalesce(sum(r.amount_minor), 0) from settlement_refund_tender r
                          join settlement_refund f on f.id = r.refund_id join settlement s on s.id = f.settlement_id
                         where s.settled_by_key = :cashier and r.type = 'STORED_VALUE'
                        """).param("cashier", key()).query(Long.class).single();
    }

    private String key() {
        return jdbc.sql("select 'EMPLOYEE:' || id from staff_employee where login_name = :name")
                .param("name", cashier.loginName())
                .query(String.class)
                .single();
    }

    private String dish(String name, long price) {
        String code = "s" + UUID.randomUUID().toString().substring(0, 6);
        return CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, name, "热菜", price, null, true)))
                .code();
    }
}
