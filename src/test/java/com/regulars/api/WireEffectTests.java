package com.regulars.api;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.shared.time.ScopedClock;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent has an effect: a field that is only stored and answered again would pass every test that reads the answer.
 * Each test here sends a field and looks where somebody would notice it: at the next bill, in the books, on a page.
 */
@RegularsTest
class WireEffectTests {

    private static final Instant ISSUED = Instant.parse("2026-01-31T04:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Actor client;
    private Venue venue;

    @BeforeEach
    void newClientAndVenue() {
        client = Fixtures.apiClient();
        venue = fixtures.freshVenue();
    }

    @ParameterizedTest
    @CsvSource({"PRINCIPAL_FIRST,60000,0", "BONUS_FIRST,0,60000", "PROPORTIONAL,50000,10000"})
    void spendOrderSaysWhichBalanceABillTakes(String order, long principal, long bonus) {
        String card = card("""
                "storedValue":{"topUpTiers":[{"atLeastMinor":500000,"bonusMinor":100000}],"spendOrder":"%s"}""".formatted(order));
        topUp(card, 500_000, "CASH", 201);
        pay(card, 60_000, "", 201);
        JsonNode left = get("/cards/" + card);
        assertThat(left.get("principalMinor").asLong()).isEqualTo(500_000 - principal);
        assertThat(left.get("bonusMinor").asLong()).isEqualTo(100_000 - bonus);
    }

    @Test
    void smallestTopUpAndLargestBalanceAreLimits() {
        String card = card("""
                "storedValue":{"topUpTiers":[{"atLeastMinor":10000,"bonusMinor":500}],"spendOrder":"BONUS_FIRST",
                               "minTopUpMinor":5000,"maxBalanceMinor":20500}""");
        assertThat(topUp(card, 4_999, "CASH", 422).get("code").asString()).isEqualTo("TOP_UP_TOO_SMALL");
        topUp(card, 5_000, "CASH", 201);
        assertThat(topUp(card, 15_001, "CASH", 422).get("code").asString()).isEqualTo("BALANCE_LIMIT");
        topUp(card, 15_000, "CASH", 201);
        assertThat(get("/cards/" + card).get("principalMinor").asLong()).isEqualTo(20_000);
    }

    @Test
    void pinIsAskedAboveTheAmountOfTheProgramme() {
        String card = card("""
                "storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST","pinAboveMinor":700}""", ",\"pin\":\"482915\"");
        topUp(card, 10_000, "CASH", 201);
        pay(card, 700, "", 201);
        assertThat(pay(card, 701, "", 422).get("code").asString()).isEqualTo("PIN_REQUIRED");
        assertThat(pay(card, 701, ",\"pin\":\"482916\"", 422).get("code").asString())
                .isEqualTo("PIN_WRONG");
        pay(card, 701, ",\"pin\":\"482915\"", 201);
    }

    @Test
    void discountSparesLinesThatAreKeptOut() {
        String card = card("""
                "storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST"},
                "discount":{"percentOffPaidByBalance":5,"percentOffPaidOtherwise":20}""");
        String lines = """
                {"name":"鱼","quantity":1,"unitPriceMinor":10000},
                {"name":"酒","quantity":1,"unitPriceMinor":5000,"discountable":%s}""";
        assertThat(payable(card, "OTHER", lines.formatted(false))).isEqualTo(13_000);
        assertThat(payable(card, "OTHER", lines.formatted(true))).isEqualTo(12_000);
        assertThat(payable(card, "BALANCE", lines.formatted(false))).isEqualTo(14_500);
    }

    @Test
    void pointsAreEarnedAndWorthWhatTheProgrammeSays() {
        String card = card("""
                "points":{"earnPerMinor":{"points":3,"perMinor":1000},"minBillMinor":5000,"redeemMinorPerPoint":20}""");
        assertThat(cash(card, 4_999, 4_999, 0, 201).get("pointsEarned").asLong())
                .isZero();
        assertThat(cash(card, 5_000, 5_000, 0, 201).get("pointsEarned").asLong())
                .isEqualTo(15);
        assertThat(get("/cards/" + card).get("points").asLong()).isEqualTo(15);
        JsonNode paid = cash(card, 1_000, 800, 10, 201);
        assertThat(paid.get("quote").get("pointsMinor").asLong()).isEqualTo(200);
        assertThat(get("/cards/" + card).get("points").asLong()).isEqualTo(5);
    }

    /** The last day is the same day of the month, or its last one, and counts (31 January and one month: 28 February). */
    @Test
    void pointsLiveAsManyMonthsAsTheProgrammeSays() {
        String[] card = new String[1];
        ScopedClock.runAt(ISSUED, () -> {
            card[0] = card("""
                    "points":{"earnPerMinor":{"points":1,"perMinor":100},"redeemMinorPerPoint":1,"validMonths":1}""");
            cash(card[0], 10_000, 10_000, 0, 201);
        });
        ScopedClock.runAt(Instant.parse("2026-02-28T04:00:00Z"), () -> cash(card[0], 500, 490, 10, 201));
        ScopedClock.runAt(
                Instant.parse("2026-03-01T04:00:00Z"),
                () -> assertThat(cash(card[0], 500, 490, 10, 422).get("code").asString())
                        .isEqualTo("POINTS_NOT_ENOUGH"));
    }

    @Test
    void memberPriceLastsAsManyMonthsAsTheProgrammeSays() {
        String[] card = new String[1];
        String line = "{\"name\":\"鱼\",\"quantity\":1,\"unitPriceMinor\":8800,\"memberUnitPriceMinor\":7800}";
        ScopedClock.runAt(ISSUED, () -> {
            card[0] = card(
                    "\"memberPrice\":{\"feeMinor\":30000,\"validMonths\":1}", ",\"feeTender\":{\"type\":\"WECHAT\"}");
            assertThat(payable(card[0], "OTHER", line)).isEqualTo(7_800);
        });
        ScopedClock.runAt(
                Instant.parse("2026-02-28T04:00:00Z"),
                () -> assertThat(payable(card[0], "OTHER", line)).isEqualTo(7_800));
        ScopedClock.runAt(
                Instant.parse("2026-03-01T04:00:00Z"),
                () -> assertThat(payable(card[0], "OTHER", line)).isEqualTo(8_800));
    }

    @Test
    void feesAndTopUpsAreInTheBooksOfTheirTender() {
        String card = card("""
                "storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST"},
                "memberPrice":{"feeMinor":30000,"validMonths":12}""", ",\"feeTender\":{\"type\":\"WECHAT\"}");
        topUp(card, 10_000, "BANK_CARD", 201);
        assertThat(Math.abs(booked("WECHAT"))).isEqualTo(30_000);
        assertThat(Math.abs(booked("CARD_FEES"))).isEqualTo(30_000);
        assertThat(Math.abs(booked("BANK_CARD"))).isEqualTo(10_000);
        assertThat(booked("CASH")).isZero();
    }

    @Test
    void moneyBelongsToTheShiftThatIsNamed() {
        long named = openShift("bar");
        String card = card("\"storedValue\":{\"topUpTiers\":[],\"spendOrder\":\"PRINCIPAL_FIRST\"}");
        String toppedUp = post("/cards/" + card + "/top-ups", """
                {"venueCode":"%s","amountMinor":10000,"tender":{"type":"CASH"},"shiftId":"%d"}
                """.formatted(venue.code(), named), 201)
                .get("id")
                .asString();
        assertThat(shift("select shift_id from card_top_up where id = ?", toppedUp))
                .isEqualTo(named);

        String bill = pay(card, 600, "", ",\"shiftId\":\"" + named + "\"", 201)
                .get("id")
                .asString();
        assertThat(shift("select shift_id from settlement where id = ?", bill)).isEqualTo(named);
        String other = pay(card, 600, "", "", 201).get("id").asString();
        assertThat(shift("select shift_id from settlement where id = ?", other)).isNotEqualTo(named);
        String refund = post("/settlements/" + bill + "/refunds", """
                {"amountMinor":100,"reason":"kalt","shiftId":"%d"}""".formatted(named), 201)
                .get("id")
                .asString();
        assertThat(shift("select shift_id from settlement_refund where id = ?", refund))
                .isEqualTo(named);
    }

    @Test
    void shiftOfAnotherVenueOrOneThatIsClosedTakesNoMoney() {
        String card = card("\"storedValue\":{\"topUpTiers\":[],\"spendOrder\":\"PRINCIPAL_FIRST\"}");
        topUp(card, 10_000, "CASH", 201);
        long closed = openShift("bar");
        jdbc.sql("update shift set closed_at = opened_at where id = ?")
                .param(closed)
                .update();
        assertThat(pay(card, 600, "", ",\"shiftId\":\"" + closed + "\"", 422)
                        .get("code")
                        .asString())
                .isEqualTo("SHIFT_CLOSED");
        long here = openShift("bar");
        venue = fixtures.freshVenue();
        pay(card, 600, "", ",\"shiftId\":\"" + here + "\"", 404);
        assertThat(get("/cards/" + card).get("principalMinor").asLong()).isEqualTo(10_000);
    }

    @Test
    void sizeOfThePartyIsOnTheGuestsPage() {
        String guest = guest("");
        post("/customers/" + guest + "/visits", """
                {"venueCode":"%s","visitedAt":"2026-03-01T12:00:00+08:00","spendMinor":8800,"partySize":17}
                """.formatted(venue.code()), 201);
        assertThat(page("/customers/" + guest)).containsPattern(">\\s*17\\s*<");
    }

    @Test
    void whatARegistrationSaysIsOnTheGuestsPage() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        String guest = guest("""
                ,"email":"li@example.com","gender":"F","birthday":"1988-08-08","externalRef":"pos-%s","tags":["%s"]
                """.formatted(tag, tag));
        assertThat(page("/customers/" + guest)).contains("1988-08-08", "女", "pos-" + tag, tag);
        assertThat(post(
                                "/customers",
                                "{\"kind\":\"PERSON\",\"name\":\"李四\",\"externalRef\":\"pos-%s\"}".formatted(tag),
                                409)
                        .get("existingId")
                        .asString())
                .isEqualTo(guest);
    }

    @Test
    void ticketOfAGuestIsOnTheGuestsPage() {
        String guest = guest("");
        String text = "太咸 " + UUID.randomUUID();
        post("/feedback-tickets", """
                {"venueCode":"%s","customerId":"%s","source":"LETTER_OR_CALL","category":"QUALITY_PROBLEM",
                 "product":"鱼","text":"%s","severity":"URGENT"}""".formatted(venue.code(), guest, text), 201);
        assertThat(page("/customers/" + guest)).contains(text);
        assertThat(page("/feedback")).contains(text);
    }

    private String card(String terms) {
        return card(terms, "");
    }

    /** A new guest's card of a new programme with these terms. */
    private String card(String terms, String issuing) {
        String code = "w" + UUID.randomUUID().toString().substring(0, 8);
        post("/card-programmes", "{\"code\":\"%s\",\"name\":\"卡\",%s}".formatted(code, terms), 201);
        return post("/cards", """
                {"customerId":"%s","programmeCode":"%s","venueCode":"%s"%s}
                """.formatted(guest(""), code, venue.code(), issuing), 201)
                .get("number")
                .asString();
    }

    private String guest(String fields) {
        return post("/customers", "{\"kind\":\"PERSON\",\"name\":\"李四\"%s}".formatted(fields), 201)
                .get("id")
                .asString();
    }

    private JsonNode topUp(String card, long amount, String tender, int status) {
        return post("/cards/" + card + "/top-ups", """
                {"venueCode":"%s","amountMinor":%d,"tender":{"type":"%s"}}
                """.formatted(venue.code(), amount, tender), status);
    }

    private JsonNode pay(String card, long amount, String pin, int status) {
        return pay(card, amount, pin, "", status);
    }

    private JsonNode pay(String card, long amount, String pin, String more, int status) {
        return post(
                "/settlements",
                """
                {"venueCode":"%s","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":%d,
                 "lines":[{"name":"面","quantity":1,"unitPriceMinor":%d}],
                 "tenders":[{"type":"STORED_VALUE","amountMinor":%d%s}]%s}
                """.formatted(venue.code(), UUID.randomUUID(), card, amount, amount, amount, pin, more),
                status);
    }

    private JsonNode cash(String card, long price, long payable, long points, int status) {
        return post(
                "/settlements",
                """
                {"venueCode":"%s","billNumber":"%s","cardNumber":"%s","payBy":"OTHER","expectedPayableMinor":%d,
                 "lines":[{"name":"面","quantity":1,"unitPriceMinor":%d}],"redeemPoints":%d,
                 "tenders":[{"type":"CASH","amountMinor":%d}]}
                """.formatted(venue.code(), UUID.randomUUID(), card, payable, price, points, payable),
                status);
    }

    private long payable(String card, String payBy, String lines) {
        return post("/quotes", """
                {"venueCode":"%s","cardNumber":"%s","payBy":"%s","lines":[%s]}
                """.formatted(venue.code(), card, payBy, lines), 200)
                .get("payableMinor")
                .asLong();
    }

    private long openShift(String till) {
        return jdbc.sql("""
                        insert into shift (id, venue_id, till, business_date, opened_at, opened_by_key, opened_by_name)
                        values (nextval('shift_seq'), ?, ?, ?, now(), 'someone', '他') returning id
                        """)
                .params(List.of(venue.id(), till, LocalDate.of(2026, 1, 1)))
                .query(Long.class)
                .single();
    }

    private long shift(String sql, String id) {
        return jdbc.sql(sql).param(Long.parseLong(id)).query(Long.class).single();
    }

    private long booked(String kind) {
        return jdbc.sql("""
                        select coalesce(sum(entry.amount), 0) from ledger_entry entry
                          join ledger_posting posting on posting.id = entry.posting_id
                          join ledger_account account on account.id = entry.account_id
                         where posting.venue_id = ? and account.kind = ?
                        """).params(List.of(venue.id(), kind)).query(Long.class).single();
    }

    private String page(String path) {
        var answer = mvc.get()
                .uri(path)
                .header("Accept-Language", "zh-CN")
                .with(as(Role.values()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) {
        var answer = mvc.get().uri("/api/v1" + path).with(as(client)).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private JsonNode post(String path, String body, int status) {
        var answer = mvc.post()
                .uri("/api/v1" + path)
                .with(as(client))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatus(status);
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
