package com.regulars.settlement;

import static com.regulars.settlement.ShiftTills.tender;
import static com.regulars.settlement.Tills.number;
import static com.regulars.settlement.Tills.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.ledger.SpendOrder;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A shift from its float to its report, as tills of others drive it (R4.9). */
@RegularsTest
@Import({CardFixtures.class, ShiftTills.class})
class ShiftApiTests {

    @Autowired
    ShiftTills tills;

    @Autowired
    CardFixtures cards;

    @Autowired
    JdbcClient jdbc;

    Venue venue;

    @BeforeEach
    void newVenue() {
        venue = tills.newVenue();
    }

    @Test
    void openShiftSaysWhatIsKnownAndNullForTheRest() {
        MvcTestResult opened = tills.open(venue, "2", 50_000);
        assertThat(opened).hasStatus(201);
        assertThat(opened).bodyJson().extractingPath("$.till").isEqualTo("2");
        assertThat(opened).bodyJson().extractingPath("$.status").isEqualTo("OPEN");
        assertThat(number(opened, "$.floatMinor")).isEqualTo(50_000);
        assertThat(opened).bodyJson().extractingPath("$.expectedCashMinor").isNull();
        assertThat(opened).bodyJson().extractingPath("$.countedCashMinor").isNull();
        assertThat(opened).bodyJson().extractingPath("$.differenceMinor").isNull();
    }

    @Test
    void tillHasOneOpenShift() {
        String first = read(tills.open(venue, "1", 0), "$.id");
        MvcTestResult second = tills.open(venue, " 1 ", 0);
        assertThat(second).hasStatus(409);
        assertThat(second).bodyJson().extractingPath("$.code").isEqualTo("SHIFT_ALREADY_OPEN");
        assertThat(second).bodyJson().extractingPath("$.existingId").isEqualTo(first);
        assertThat(tills.open(tills.newVenue(), "1", 0)).hasStatus(201);
        tills.closed(first, 0);
        assertThat(tills.open(venue, "1", 0)).hasStatus(201);
    }

    @Test
    void moneyWithoutShiftGoesToTheNewestOpenOneOfTheClient() {
        String older = tills.opened(venue, 0);
        String newer = tills.opened(venue, 0);
        String bill = read(tills.post("/settlements", bill()), "$.id");
        assertThat(shiftOf(bill)).isEqualTo(newer);
        tills.closed(newer, 1_000);
        assertThat(shiftOf(read(tills.post("/settlements", bill()), "$.id"))).isEqualTo(older);
        tills.closed(older, 1_000);
        assertThat(tillOf(read(tills.post("/settlements", bill()), "$.id"))).isEqualTo("api");
    }

    @Test
    void closedShiftTakesNoMoney() {
        String shift = tills.opened(venue, 0);
        String bill = tills.bill(venue, shift, 1_000, tender("CASH", 1_000));
        tills.closed(shift, 1_000);
        Tills.assertRefused(
                tills.bill(venue, shift, 500, 500, "\"payBy\":\"OTHER\",", tender("CASH", 500)), "SHIFT_CLOSED");
        Tills.assertRefused(
                tills.post(
                        "/settlements/" + bill + "/refunds", "{\"reason\":\"退\",\"shiftId\":\"%s\"}".formatted(shift)),
                "SHIFT_CLOSED");
        Tills.assertRefused(
                tills.post(
                        "/shifts/" + shift + "/cash-movements",
                        "{\"direction\":\"IN\",\"amountMinor\":1,\"reason\":\"x\"}"),
                "SHIFT_CLOSED");
        MvcTestResult again = tills.close(shift, "{\"countedCashMinor\":0}");
        assertThat(again).hasStatus(409);
        assertThat(again).bodyJson().extractingPath("$.code").isEqualTo("SHIFT_ALREADY_CLOSED");
        assertThat(number(tills.report(shift), "$.countedCashMinor")).isEqualTo(1_000);
    }

    @Test
    void expectedCashIsFloatAndCashTakenAndCashInLessCashOutAndCashRefunds() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String shift = tills.opened(venue, 50_000);
        String bill = tills.bill(venue, shift, 3_000, tender("CASH", 5_000));
        tills.bill(venue, shift, 7_000, tender("WECHAT", 7_000));
        tills.bill(venue, shift, 900, tender("CASH", 300) + "," + tender("BANK_CARD", 600));
        tills.topUp(venue, card, shift, 100_000, "CASH");
        tills.topUp(venue, card, shift, 20_000, "ALIPAY");
        tills.fee(venue, shift, 30_000, "CASH");
        tills.refund(bill, shift, 1_000);
        tills.cash(shift, "IN", 20_000);
        tills.cash(shift, "OUT", 8_600);
        long expected = 50_000 + 3_000 + 300 + 100_000 + 30_000 - 1_000 + 20_000 - 8_600;
        assertThat(number(tills.report(shift), "$.expectedCashMinor")).isEqualTo(expected);
        MvcTestResult closed = tills.closed(shift, expected - 500);
        assertThat(number(closed, "$.expectedCashMinor")).isEqualTo(expected);
        assertThat(number(closed, "$.differenceMinor")).isEqualTo(-500);
    }

    @Test
    void reportKeepsTakingsTopUpsAndStoredValueApart() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PROPORTIONAL, null));
        String shift = tills.opened(venue, 0);
        tills.topUp(venue, card, shift, 1_000_000, "WECHAT");
        tills.bill(
                venue,
                shift,
                12_000,
                12_000,
                "\"cardNumber\":\"%s\",\"payBy\":\"BALANCE\",".formatted(card.number()),
                tender("STORED_VALUE", 12_000));
        String cash = read(
                tills.bill(
                        venue,
                        shift,
                        10_000,
                        8_000,
                        "\"cardNumber\":\"%s\",\"payBy\":\"OTHER\",".formatted(card.number()),
                        tender("CASH", 10_000)),
                "$.id");
        tills.refund(cash, shift, 800);
        MvcTestResult report = tills.report(shift);
        assertThat(number(report, "$.takings.CASH.amountMinor")).isEqualTo(8_000);
        assertThat(number(report, "$.takings.CASH.count")).isEqualTo(1);
        assertThat(number(report, "$.takings.STORED_VALUE.amountMinor")).isEqualTo(12_000);
        assertThat(number(report, "$.takings.WECHAT.amountMinor")).isZero();
        assertThat(number(report, "$.topUps.count")).isEqualTo(1);
        assertThat(number(report, "$.topUps.amountMinor")).isEqualTo(1_000_000);
        assertThat(number(report, "$.topUps.byTender.WECHAT.amountMinor")).isEqualTo(1_000_000);
        assertThat(number(report, "$.bonusGrantedMinor")).isEqualTo(200_000);
        assertThat(number(report, "$.redeemedPrincipalMinor")).isEqualTo(10_000);
        assertThat(number(report, "$.redeemedBonusMinor")).isEqualTo(2_000);
        assertThat(number(report, "$.refunds.count")).isEqualTo(1);
        assertThat(number(report, "$.refunds.amountMinor")).isEqualTo(800);
        assertThat(number(report, "$.refunds.byTender.CASH.amountMinor")).isEqualTo(800);
        assertThat(number(report, "$.discountsByRule.DISCOUNT.amountMinor")).isEqualTo(2_000);
        assertThat(number(report, "$.discountsByRule.DISCOUNT.count")).isEqualTo(1);
        assertThat(number(report, "$.expectedCashMinor")).isEqualTo(7_200);
    }

    /** K8: a sale of 10, 6 by another means and 20 in cash: change 16, cash net 4. */
    @Test
    void k8CashIsCountedNetOfChange() {
        String shift = tills.opened(venue, 0);
        tills.bill(venue, shift, 1_000, tender("WECHAT", 600) + "," + tender("CASH", 2_000));
        assertThat(number(tills.report(shift), "$.takings.CASH.amountMinor")).isEqualTo(400);
        assertThat(number(tills.report(shift), "$.expectedCashMinor")).isEqualTo(400);
    }

    /** K4: two payments by one means of payment are one row. */
    @Test
    void k4TwoPaymentsByOneMeansAreOneRow() {
        String shift = tills.opened(venue, 0);
        tills.bill(venue, shift, 10_000, tender("WECHAT", 10_000));
        tills.bill(venue, shift, 20_000, tender("WECHAT", 20_000));
        assertThat(number(tills.report(shift), "$.takings.WECHAT.amountMinor")).isEqualTo(30_000);
        assertThat(number(tills.report(shift), "$.takings.WECHAT.count")).isEqualTo(2);
    }

    /** K5: an empty shift that was counted differs by what was counted. */
    @Test
    void k5EmptyShiftDiffersByWhatWasCounted() {
        assertThat(number(tills.closed(tills.opened(venue, 0), 2_000), "$.differenceMinor"))
                .isEqualTo(2_000);
        assertThat(number(tills.closed(tills.opened(venue, 1_000), 0), "$.differenceMinor"))
                .isEqualTo(-1_000);
    }

    /** K6: what is no amount is refused, and the shift stays open. */
    @Test
    void k6StrangeCountsAreRefusedAndTheShiftStaysOpen() {
        String shift = tills.opened(venue, 0);
        for (String strange : new String[] {
            "{}",
            "{\"countedCashMinor\":null}",
            "{\"countedCashMinor\":-1}",
            "{\"countedCashMinor\":1.5}",
            "{\"countedCashMinor\":\"1\"}",
            "{\"countedCashMinor\":1000000000001}",
            "{\"countedCashMinor\":1,\"method\":\"X\"}",
            "{\"countedCashMinor\":1,\"denominations\":[{\"valueMinor\":0,\"count\":1}]}",
            "{\"countedCashMinor\":1,\"reason\":\" \"}"
        }) {
            assertThat(tills.close(shift, strange)).as(strange).hasStatus(400);
        }
        Tills.assertRefused(
                tills.close(shift, "{\"countedCashMinor\":1,\"denominations\":[{\"valueMinor\":2,\"count\":1}]}"),
                "COUNT_DOES_NOT_ADD_UP");
        Tills.assertRefused(tills.close(shift, """
                        {"countedCashMinor":4,"denominations":[{"valueMinor":2,"count":1},{"valueMinor":2,"count":1}]}"""), "COUNT_DOES_NOT_ADD_UP");
        assertThat(tills.get("/shifts/" + shift))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("OPEN");
    }

    @Test
    void countByDenominationReasonAndNextCashierAreKept() {
        String shift = tills.opened(venue, 1_000);
        MvcTestResult closed = tills.close(shift, """
                {"countedCashMinor":950,"denominations":[{"valueMinor":500,"count":1},{"valueMinor":50,"count":9}],
                 "reason":"找零多给","nextCashier":"马婷婷"}""");
        assertThat(closed).hasStatusOk();
        MvcTestResult shown = tills.get("/shifts/" + shift);
        assertThat(shown).bodyJson().extractingPath("$.reason").isEqualTo("找零多给");
        assertThat(shown).bodyJson().extractingPath("$.nextCashier").isEqualTo("马婷婷");
        assertThat(number(shown, "$.denominations[0].valueMinor")).isEqualTo(500);
        assertThat(number(shown, "$.denominations[1].count")).isEqualTo(9);
    }

    @Test
    void lateRefundCountsInTheShiftThatPaysIt() {
        String first = tills.opened(venue, 0);
        String bill = tills.bill(venue, first, 3_000, tender("CASH", 3_000));
        tills.closed(first, 3_000);
        String second = tills.opened(venue, 1_000);
        tills.refund(bill, second, 3_000);
        assertThat(number(tills.report(first), "$.refunds.amountMinor")).isZero();
        assertThat(number(tills.report(first), "$.takings.CASH.amountMinor")).isEqualTo(3_000);
        assertThat(number(tills.report(second), "$.refunds.amountMinor")).isEqualTo(3_000);
        assertThat(number(tills.report(second), "$.takings.CASH.amountMinor")).isZero();
        assertThat(number(tills.closed(second, 0), "$.expectedCashMinor")).isEqualTo(-2_000);
    }

    @Test
    void shiftOfAnotherVenueIsNotThere() {
        String shift = tills.opened(venue, 0);
        Actor all = tills.client();
        Actor stranger = new Actor(
                all.kind(),
                all.id() + 1,
                "外人",
                all.permissions(),
                Set.of(tills.newVenue().id()));
        assertThat(tills.post("/shifts/" + shift + "/close", "{\"countedCashMinor\":0}", stranger))
                .hasStatus(404);
        assertThat(tills.post(
                        "/shifts/" + shift + "/cash-movements",
                        "{\"direction\":\"IN\",\"amountMinor\":1,\"reason\":\"x\"}",
                        stranger))
                .hasStatus(404);
        assertThat(tills.open(venue, "x".repeat(31), 0)).hasStatus(400);
        assertThat(tills.get("/shifts/nothing/report")).hasStatus(404);
        assertThat(tills.get("/shifts/999999999/report")).hasStatus(404);
        assertThat(tills.bill(tills.newVenue(), shift, 500, 500, "\"payBy\":\"OTHER\",", tender("CASH", 500)))
                .hasStatus(404);
    }

    @Test
    void movementWithOneKeyMovesCashOnce() {
        String shift = tills.opened(venue, 0);
        String body = "{\"direction\":\"IN\",\"amountMinor\":700,\"reason\":\"领零钱\"}";
        String key = UUID.randomUUID().toString();
        assertThat(tills.post("/shifts/" + shift + "/cash-movements", body, key))
                .hasStatus(201);
        assertThat(tills.post("/shifts/" + shift + "/cash-movements", body, key))
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true");
        assertThat(number(tills.report(shift), "$.expectedCashMinor")).isEqualTo(700);
    }

    private String bill() {
        return """
                {"venueCode":"%s","billNumber":"%s","payBy":"OTHER","expectedPayableMinor":1000,
                 "lines":[{"name":"菜","quantity":1,"unitPriceMinor":1000}],"tenders":[{"type":"CASH","amountMinor":1000}]}
                """.formatted(venue.code(), UUID.randomUUID());
    }

    private String shiftOf(String bill) {
        return column(bill, "shift_id");
    }

    private String tillOf(String bill) {
        return column(bill, "till");
    }

    private String column(String bill, String column) {
        return jdbc.sql("select " + column + "::text from settlement where id = :id")
                .param("id", Long.valueOf(bill))
                .query(String.class)
                .single();
    }
}
