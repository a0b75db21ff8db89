package com.regulars.settlement;

import static com.regulars.settlement.ShiftTills.tender;
import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of a shift: who sees what before and after the count. */
@RegularsTest
@Import({CardFixtures.class, ShiftTills.class})
class ShiftPageTests {

    private static final Pattern ENTRIES =
            Pattern.compile("href=\"(/shifts/[0-9]+/entries\\?[^\"]*)\">([\u2212¥0-9,.]+)</a>");
    private static final Pattern ENTRIES_OF_A_DAY =
            Pattern.compile("href=\"(/shifts/days/[a-z0-9/-]+/entries(?:\\?[^\"]*)?)\">([\u2212¥0-9,.]+)</a>");
    private static final Pattern FACTS =
            Pattern.compile("href=\"(/shifts/exceptions/facts\\?[^\"]*)\">([0-9]+)(?: 笔 [0-9,.]+)?</a>");
    private static final Pattern SUM = Pattern.compile("(?s)<tfoot>.*?class=\"number\">([^<]+)<");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ShiftTills tills;

    @Autowired
    CardFixtures cards;

    @Autowired
    StaffAdministration staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    Venue venue;
    Actor cashier;
    Actor manager;

    @BeforeEach
    void newStaff() {
        venue = tills.newVenue();
        cashier = employee("刘敏", Role.CASHIER);
        manager = employee("何志远", Role.MANAGER);
    }

    @Test
    void cashierOpensTakesCashOutCountsAndOnlyThenSeesWhatShouldBeThere() {
        assertThat(page(cashier, "/shifts/mine")).hasStatusOk().bodyText().contains("先数好钱箱里的备用金");
        assertThat(post(cashier, "/shifts", "till", " 2 ", "floatAmount", "500"))
                .hasStatus(302);
        String shift = shiftOf(cashier);
        assertThat(page(cashier, "/shifts/mine")).hasRedirectedUrl("/shifts/" + shift);
        tills.bill(venue, shift, 123_456, tender("CASH", 123_456));
        tills.bill(venue, shift, 7_000, tender("WECHAT", 7_000));
        assertThat(move(cashier, shift, "OUT", "86", "买冰块")).hasRedirectedUrl("/shifts/" + shift);
        for (String seen : new String[] {
            "/shifts/" + shift,
            "/shifts/" + shift + "/count",
            "/shifts/" + shift + "/report",
            "/shifts/" + shift + "/report/print",
            "/shifts/" + shift + "/report.csv"
        }) {
            assertThat(page(cashier, seen))
                    .as(seen)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("1,234.56", "1234.56", "1,648.56", "1648.56", "1,304.56", "1304.56");
        }
        assertThat(page(cashier, "/shifts/" + shift + "/count")).bodyText().contains("1 笔 70.00");
        assertThat(page(cashier, "/shifts/" + shift + "/entries?tender=CASH")).hasStatus(403);
        assertThat(page(cashier, "/shifts/" + shift + "/entries")).hasStatus(403);
        assertThat(page(cashier, "/shifts/" + shift + "/entries?tender=WECHAT")).hasStatusOk();
        assertThat(page(manager, "/shifts/" + shift + "/report")).bodyText().contains("1,648.56");

        assertThat(close(cashier, shift, "10000", "16", "5000", "0", "100", "43"))
                .hasRedirectedUrl("/shifts/" + shift);
        assertThat(page(cashier, "/shifts/" + shift))
                .bodyText()
                .contains("1,648.56", "1,643.00", "\u22125.56", "少 ¥5.56");
        assertThat(page(cashier, "/shifts/" + shift + "/report")).bodyText().contains("1,234.56", "1,643.00");
    }

    @Test
    void wrongCountIsShownAgainAsItWasTyped() {
        String shift = opened(cashier);
        MvcTestResult again = close(cashier, shift, "10000", "4", "5000", "x");
        assertThat(again).hasStatus(422).bodyText().contains("value=\"x\"", "value=\"4\"", "请填张数");
        assertThat(tills.get("/shifts/" + shift))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("OPEN");
    }

    @Test
    void whatIsNoNoteOfTheBrandCountsNothing() {
        String shift = opened(cashier);
        assertThat(close(cashier, shift, "10000", "1", "777", "9")).hasStatus(302);
        assertThat(Tills.number(tills.get("/shifts/" + shift), "$.countedCashMinor"))
                .isEqualTo(10_000);
    }

    @Test
    void shiftOfAnotherCashierIsLeftAloneButAManagerMayCount() {
        String shift = opened(cashier);
        Actor other = employee("马婷婷", Role.CASHIER);
        assertThat(close(other, shift, "10000", "1")).hasStatus(422).bodyText().contains("这是 刘敏 的班次");
        assertThat(move(other, shift, "IN", "1", "x")).hasStatus(422);
        assertThat(post(other, "/shifts", "till", tillOf(shift), "floatAmount", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("由 刘敏 开班");
        assertThat(close(manager, shift, "10000", "5")).hasStatus(302);
    }

    @Test
    void moneyIsMovedOnceHoweverOftenTheFormIsSent() {
        String shift = opened(cashier);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(post(
                            cashier,
                            "/shifts/" + shift + "/cash-movements",
                            "requestId",
                            key,
                            "direction",
                            "IN",
                            "amount",
                            "20",
                            "reason",
                            "领零钱"))
                    .hasStatus(302);
        }
        assertThat(Tills.number(tills.get("/shifts/" + shift), "$.cashInMinor")).isEqualTo(2_000);
        assertThat(move(cashier, shift, "IN", "0", "x")).hasStatus(422);
        assertThat(move(cashier, shift, "IN", "12,5", "x")).hasStatus(422);
        assertThat(move(cashier, shift, "IN", "5", " "))
                .hasStatus(422)
                .bodyText()
                .contains("不能为空");
        for (String misleading : List.of("冰\0块", "冰\u202E块")) {
            assertThat(move(cashier, shift, "IN", "5", misleading))
                    .hasStatus(422)
                    .bodyText()
                    .contains("含有控制字符", "冰");
        }
    }

    @Test
    void nextCashierSignsAndBeginsWithWhatWasLeft() {
        String shift = opened(cashier);
        close(cashier, shift, "10000", "4");
        String next = Staff.freshName();
        hire(next, Set.of(venue.id()));
        assertThat(handOver(cashier, shift, next, Staff.PASSWORD, "300"))
                .hasStatus(422)
                .bodyText()
                .contains("差额还没有说明原因");
        assertThat(post(cashier, "/shifts/" + shift + "/explanations", "reason", ""))
                .hasStatus(422);
        assertThat(post(cashier, "/shifts/" + shift + "/explanations", "reason", "找零多给 <100>"))
                .hasStatus(302);
        assertThat(handOver(cashier, shift, next, "wrong", "300")).hasStatus(422);
        assertThat(handOver(cashier, shift, next, Staff.PASSWORD, "400.01"))
                .hasStatus(422)
                .bodyText()
                .contains("比实点现金还多");
        String stranger = Staff.freshName();
        hire(stranger, Set.of(tills.newVenue().id()));
        assertThat(handOver(cashier, shift, stranger, Staff.PASSWORD, "300")).hasStatus(422);
        assertThat(handOver(cashier, shift, next, Staff.PASSWORD, "300"))
                .hasRedirectedUrl("/shifts/" + shift + "/report");
        assertThat(jdbc.sql("""
                        select n.float_minor || ' ' || n.till || ' ' || n.opened_by_name || ' ' || (n.opened_by_key = v.to_key)
                          from shift_handover v join shift n on n.id = v.next_shift_id where v.shift_id = :id
                        """)
                        .param("id", Long.valueOf(shift))
                        .query(String.class)
                        .single())
                .isEqualTo("30000 " + tillOf(shift) + " 员工 " + next + " true");
        assertThat(page(cashier, "/shifts/" + shift + "/report"))
                .bodyText()
                .contains("员工 " + next, "300.00", "100.00", "找零多给 &lt;100&gt;");
        assertThat(handOver(cashier, shift, next, Staff.PASSWORD, "300")).hasStatus(422);
    }

    @Test
    void everyFigureOpensTheListThatAddsUpToIt() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PROPORTIONAL, null));
        String shift = tills.opened(venue, 0);
        tills.topUp(venue, card, shift, 100_000, "ALIPAY");
        tills.fee(venue, shift, 30_000, "BANK_CARD");
        String cash = tills.bill(venue, shift, 3_000, tender("WECHAT", 1_000) + "," + tender("CASH", 5_000));
        tills.bill(venue, shift, 4_400, tender("WECHAT", 4_400));
        tills.refund(cash, shift, 900);
        assertThat(tills.bill(
                        venue,
                        shift,
                        10_000,
                        8_000,
                        "\"cardNumber\":\"%s\",\"payBy\":\"OTHER\",".formatted(card.number()),
                        tender("CASH", 8_000)))
                .hasStatus(201);
        assertThat(tills.bill(
                        venue,
                        shift,
                        1_200,
                        1_200,
                        "\"cardNumber\":\"%s\",\"payBy\":\"BALANCE\",".formatted(card.number()),
                        tender("STORED_VALUE", 1_200)))
                .hasStatus(201);
        var figures = ENTRIES.matcher(text(page(manager, "/shifts/" + shift + "/report")))
                .results()
                .toList();
        assertThat(figures).hasSizeGreaterThan(15);
        figures.forEach(figure -> {
            String address = figure.group(1).replace("&amp;", "&");
            var sum = SUM.matcher(text(page(manager, address)));
            assertThat(sum.find()).as(address).isTrue();
            assertThat(plain(sum.group(1))).as(address).isEqualTo(plain(figure.group(2)));
        });
    }

    /** A rounding or discount is shown as what it took off. */
    private static String plain(String amount) {
        return amount.replaceAll("[\u2212¥,]", "");
    }

    @Test
    void tableForSpreadsheetsHoldsNoFormula() {
        String shift = tills.opened(venue, 100);
        assertThat(tills.post(
                        "/shifts/" + shift + "/cash-movements",
                        "{\"direction\":\"OUT\",\"amountMinor\":50,\"reason\":\"=cmd|' /C calc'!A0\"}"))
                .hasStatus(201);
        assertThat(tills.close(shift, "{\"countedCashMinor\":0,\"reason\":\"@SUM(A1)\"}"))
                .hasStatusOk();
        assertThat(page(manager, "/shifts/" + shift + "/report.csv"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFF")
                .contains("钱箱,差额,,-0.50", "钱箱,备用金,,1.00", "'=cmd|", "'@SUM(A1)");
    }

    @Test
    void managerFindsWhatWasShortAndWhoDidNotSayWhy() {
        String unexplained = tills.opened(venue, 1_000);
        tills.closed(unexplained, 400);
        String explained = tills.opened(venue, 0);
        tills.close(explained, "{\"countedCashMinor\":300,\"reason\":\"小费\"}");
        String exact = tills.opened(venue, 0);
        tills.closed(exact, 0);
        String open = tills.opened(venue, 0);
        assertThat(page(manager, "/shifts")).bodyText().contains("共 4 班，少 ¥6.00，多 ¥3.00", "小费", "没有说明原因");
        assertThat(page(manager, "/shifts?only=UNEXPLAINED"))
                .bodyText()
                .contains("/shifts/" + unexplained + "/report")
                .doesNotContain("/shifts/" + explained + "/report", "/shifts/" + exact + "/report");
        assertThat(page(manager, "/shifts?only=OPEN"))
                .bodyText()
                .contains("/shifts/" + open + "/report")
                .doesNotContain("/shifts/" + exact + "/report");
        assertThat(page(manager, "/shifts?from=1999-01-01&to=1999-12-31"))
                .bodyText()
                .contains("没有这样的班次");
        assertThat(page(manager, "/shifts?cashier=EMPLOYEE:0")).bodyText().contains("没有这样的班次");
        assertThat(page(cashier, "/shifts")).hasStatus(403);
    }

    @Test
    void reportSpeaksBothLanguagesOnBothPapers() {
        String shift = tills.opened(venue, 1_000);
        tills.bill(venue, shift, 700, tender("CASH", 700));
        tills.close(shift, """
                {"countedCashMinor":1700,"denominations":[{"valueMinor":500,"count":3},{"valueMinor":100,"count":2}]}""");
        for (String paper : new String[] {"80", "a4"}) {
            assertThat(page(manager, "/shifts/" + shift + "/report/print?paper=" + paper))
                    .hasStatusOk()
                    .bodyText()
                    .contains("receipt-" + paper + "-", "Z 报表", "5.00 × 3", "17.00")
                    .doesNotContain("??");
            assertThat(mvc.get()
                            .uri("/shifts/" + shift + "/report/print?paper=" + paper)
                            .locale(Locale.ENGLISH)
                            .with(as(manager))
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("Z report", "Expected")
                    .doesNotContain("??");
        }
    }

    @Test
    void dayReportAddsUpTheShiftsOfTheDayAndOpensItsLists() {
        String first = tills.opened(venue, 0);
        tills.bill(venue, first, 3_000, tender("CASH", 3_000));
        tills.closed(first, 2_500);
        String second = tills.opened(venue, 1_000);
        String bill = tills.bill(venue, second, 4_400, tender("WECHAT", 4_400));
        tills.refund(bill, second, 400);
        tills.closed(second, 1_200);
        MvcTestResult today = page(manager, "/shifts/days");
        String address = String.valueOf(today.getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/shifts/days/" + venue.code() + "/");
        String report = text(page(manager, address));
        assertThat(report).contains("¥74.00", "¥70.00", "\u22123.00", "\u22125.00", "2.00");
        var figures = ENTRIES_OF_A_DAY.matcher(report).results().toList();
        assertThat(figures).hasSizeGreaterThan(6);
        figures.forEach(figure -> {
            var sum = SUM.matcher(text(page(manager, figure.group(1).replace("&amp;", "&"))));
            assertThat(sum.find()).as(figure.group(1)).isTrue();
            assertThat(plain(sum.group(1))).as(figure.group(1)).isEqualTo(plain(figure.group(2)));
        });
        assertThat(page(manager, address + "/report.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("收款,现金,1,30.00");
        assertThat(page(manager, address + "/print")).hasStatusOk().bodyText().contains("70.00", "\u22123.00");
        assertThat(page(manager, address + "/print?paper=a4")).hasStatusOk();
        assertThat(page(manager, "/shifts/days/" + venue.code() + "/1999-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("¥0.00");
        Venue other = tills.newVenue();
        for (String rest : new String[] {"", "/print", "/report.csv", "/entries"}) {
            assertThat(page(manager, address.replace(venue.code(), other.code()) + rest))
                    .as(rest)
                    .hasStatus(404);
            assertThat(page(cashier, address + rest)).as(rest).hasStatus(403);
        }
    }

    @Test
    void exceptionsStandByCashierBesideAllOfThemAndOpenTheirLists() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PROPORTIONAL, null));
        String shift = tills.opened(venue, 10_000);
        String bill = tills.bill(venue, shift, 3_000, tender("CASH", 3_000));
        tills.bill(
                venue,
                shift,
                10_000,
                8_000,
                "\"cardNumber\":\"%s\",\"payBy\":\"OTHER\",".formatted(card.number()),
                tender("WECHAT", 8_000));
        tills.refund(bill, shift, 700);
        tills.cash(shift, "OUT", 250);
        tills.closed(shift, 12_000);
        for (int print = 0; print < 3; print++) {
            assertThat(post(cashier, "/settlements/" + bill + "/receipt/prints"))
                    .hasStatus(302);
        }
        String table = text(page(manager, "/shifts/exceptions"));
        assertThat(table).contains("2 笔 110.00", "1 笔 7.00", "1 笔 20.00", "1 笔 2.50", "1 笔 0.50", ">2</a>");
        var facts = FACTS.matcher(table).results().toList();
        assertThat(facts).hasSizeGreaterThanOrEqualTo(6);
        facts.forEach(fact -> assertThat(text(page(manager, fact.group(1).replace("&amp;", "&"))))
                .as(fact.group(1))
                .contains("共 " + fact.group(2) + " 笔"));
        assertThat(page(manager, "/shifts/exceptions?from=1999-01-01&to=1999-01-31"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("1 笔 7.00");
        assertThat(page(cashier, "/shifts/exceptions")).hasStatus(403);
        assertThat(page(cashier, "/shifts/exceptions/facts")).hasStatus(403);
    }

    @Test
    void everyKindOfPostingHasAWordInTheReport() {
        for (PostingKind kind : PostingKind.values()) {
            for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                assertThat(messages.getMessage("settlement.report.kind." + kind, null, language))
                        .isNotBlank();
            }
        }
    }

    private String opened(Actor actor) {
        String till = "p" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(post(actor, "/shifts", "till", till, "floatAmount", "500")).hasStatus(302);
        return shiftOf(actor);
    }

    private String shiftOf(Actor actor) {
        return jdbc.sql(
                        "select id::text from shift where venue_id = :venue and opened_by_key = :key and closed_at is null")
                .param("venue", venue.id())
                .param("key", actor.key())
                .query(String.class)
                .single();
    }

    private String tillOf(String shift) {
        return jdbc.sql("select till from shift where id = :id")
                .param("id", Long.valueOf(shift))
                .query(String.class)
                .single();
    }

    private MvcTestResult move(Actor actor, String shift, String direction, String amount, String reason) {
        return post(
                actor,
                "/shifts/" + shift + "/cash-movements",
                "requestId",
                UUID.randomUUID().toString(),
                "direction",
                direction,
                "amount",
                amount,
                "reason",
                reason);
    }

    /** @param pieces value and count by turns */
    private MvcTestResult close(Actor actor, String shift, String... pieces) {
        String[] params = new String[pieces.length * 2];
        for (int i = 0; i < pieces.length; i++) {
            params[2 * i] = i % 2 == 0 ? "values" : "counts";
            params[2 * i + 1] = pieces[i];
        }
        return post(actor, "/shifts/" + shift + "/close", params);
    }

    private MvcTestResult handOver(Actor actor, String shift, String name, String password, String left) {
        return post(
                actor, "/shifts/" + shift + "/handover", "approver", name, "approverPassword", password, "left", left);
    }

    private void hire(String name, Set<Long> venues) {
        CurrentActor.asSystem(() -> staff.hire(
                new HireEmployee(name, "员工 " + name, Staff.PASSWORD, false, Set.of(Role.CASHIER), venues, null)));
    }

    private Actor employee(String name, Role role) {
        return new Actor(
                Actor.Kind.EMPLOYEE,
                Math.abs(UUID.randomUUID().getMostSignificantBits() >> 20),
                name,
                role.permissions(),
                Set.of(venue.id()));
    }

    private MvcTestResult page(Actor actor, String uri) {
        return mvc.get()
                .uri(uri)
                .cookie(new Cookie(CurrentVenue.COOKIE, venue.code()))
                .with(as(actor))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(Actor actor, String uri, String... params) {
        var request = mvc.post()
                .uri(uri)
                .cookie(new Cookie(CurrentVenue.COOKIE, venue.code()))
                .with(as(actor))
                .with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
