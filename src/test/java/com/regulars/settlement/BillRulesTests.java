package com.regulars.settlement;

import static com.regulars.settlement.Tills.assertRefused;
import static com.regulars.settlement.Tills.bill;
import static com.regulars.settlement.Tills.cashBill;
import static com.regulars.settlement.Tills.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.SpendOrder;
import com.regulars.testing.RegularsTest;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What holds of every bill, whatever is on it: its number, how large it may be, and the cards that take part. */
@RegularsTest
@Import({CardFixtures.class, Tills.class})
class BillRulesTests {

    private static final String LINE = "{\"name\":\"茶\",\"quantity\":1,\"unitPriceMinor\":1}";

    @Autowired
    Tills till;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    String venue;

    @BeforeEach
    void newVenue() {
        venue = cards.otherVenue().code();
    }

    @Test
    void spacesAroundABillNumberDoNotCountButCaseDoes() {
        assertThat(till.settle(numbered(" B-1\u3000")))
                .bodyJson()
                .extractingPath("$.billNumber")
                .isEqualTo("B-1");
        assertRefused(till.settle(numbered("B-1")), "BILL_ALREADY_SETTLED");
        assertThat(till.settle(numbered("b-1"))).hasStatus(201);
        assertThat(till.settle(numbered(" "))).hasStatus(400);
    }

    @Test
    void theNumberStaysUsedAfterAFullRefund() {
        String id = till.settled(numbered("B-2"));
        assertThat(till.refund(id, "{\"reason\":\"退\"}")).hasStatus(201);
        assertRefused(till.settle(numbered("B-2")), "BILL_ALREADY_SETTLED");
    }

    @Test
    void aBillHasItsLimits() {
        assertThat(till.settle(numbered("n".repeat(100)))).hasStatus(201);
        assertThat(till.settle(numbered("n".repeat(101)))).hasStatus(400);
        assertThat(till.settle(lines(500))).hasStatus(201);
        assertThat(till.settle(lines(501))).hasStatus(400);
        assertThat(till.settle(tenders(20))).hasStatus(201);
        assertThat(till.settle(tenders(21))).hasStatus(400);
        assertThat(till.quote(quote(1_000_000, 1_000_000))).hasStatusOk();
        assertThat(till.quote(quote(1_000_001, 1))).hasStatus(400);
        assertThat(till.quote(quote(1_000_000, 1_000_001))).hasStatus(400);
    }

    @Test
    void aCardPaysOnceAndATenderOfNothingIsNotThere() {
        CardSummary card = cards.cardWith(100_000);
        String twice = bill(venue, 1_000, """
                "cardNumber":"%s","expectedPayableMinor":1000,"tenders":[{"type":"STORED_VALUE","amountMinor":500},
                {"type":"STORED_VALUE","amountMinor":%s,"cardNumber":"%s"}]
                """);
        assertThat(till.settle(twice.formatted(card.number(), "500", card.number())))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("tenders[1].cardNumber");
        assertThat(till.settle(bill(venue, 500, """
                        "cardNumber":"%s","expectedPayableMinor":500,"tenders":[{"type":"STORED_VALUE","amountMinor":500},
                        {"type":"STORED_VALUE","amountMinor":0},{"type":"CASH","amountMinor":0}]
                        """.formatted(card.number()))))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.tenders.length()")
                .isEqualTo(1);
    }

    @Test
    void aFrozenCardRefusesQuotesAndBillsAndTakesItsRefunds() {
        CardSummary card = cards.cardWith(100_000);
        String id = till.settled(fromBalance(card, 1_000, ""));
        assertThat(till.post("/cards/" + card.number() + "/freezes", "{}")).hasStatusOk();
        assertRefused(till.settle(fromBalance(card, 1_000, "")), "CARD_NOT_ACTIVE");
        assertRefused(till.quote("""
                        {"venueCode":"%s","lines":[%s],"cardNumber":"%s","payBy":"BALANCE"}
                        """.formatted(venue, LINE, card.number())), "CARD_NOT_ACTIVE");
        assertThat(number(till.refund(id, "{\"reason\":\"退\"}"), "$.tenders[0].balanceAfterMinor"))
                .isEqualTo(110_000);
    }

    @Test
    void aWrongPinIsIgnoredWhereNoneIsAsked() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 1_000L), "246813");
        cards.topUp(card, 100_000);
        for (int i = 0; i < 6; i++) {
            assertThat(till.settle(fromBalance(card, 1_000, ",\"pin\":\"999998\"")))
                    .hasStatus(201);
        }
        assertThat(till.settle(fromBalance(card, 1_001, ",\"pin\":\"246813\""))).hasStatus(201);
    }

    @Test
    void aGuestWithTwoActiveCardsGetsNoDiscountUntilOneIsShown() {
        CardSummary card = cards.cardWith(100_000);
        String quote = """
                {"venueCode":"%s","lines":[{"name":"菜","quantity":1,"unitPriceMinor":1000}],"customerId":"%d","payBy":"OTHER"}
                """.formatted(venue, card.customerId());
        assertThat(till.quote(quote))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(800);
        CardSummary second = cards.cardFor(card.customerId(), cards.combined(SpendOrder.PRINCIPAL_FIRST, null));
        assertThat(till.quote(quote))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(1_000);
        assertThat(till.post("/cards/" + second.number() + "/freezes", "{}")).hasStatusOk();
        assertThat(till.quote(quote))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(800);
    }

    private String numbered(String number) {
        return cashBill(venue, cards.cardWith(1_000), 1)
                .replaceFirst("\"billNumber\":\"[^\"]*\"", "\"billNumber\":\"" + number + "\"");
    }

    private String lines(int count) {
        return """
                {"venueCode":"%s","billNumber":"%s","lines":[%s],"expectedPayableMinor":%d,
                 "tenders":[{"type":"CASH","amountMinor":%d}]}
                """.formatted(
                        venue, UUID.randomUUID(), String.join(",", Collections.nCopies(count, LINE)), count, count);
    }

    private String tenders(int count) {
        return bill(venue, count, """
                "expectedPayableMinor":%d,"tenders":[%s]
                """.formatted(
                count, String.join(",", Collections.nCopies(count, "{\"type\":\"WECHAT\",\"amountMinor\":1}"))));
    }

    private String quote(long quantity, long price) {
        return """
                {"venueCode":"%s","lines":[{"name":"米","quantity":%d,"unitPriceMinor":%d}],"payBy":"OTHER"}
                """.formatted(venue, quantity, price);
    }

    private String fromBalance(CardSummary card, long amount, String pin) {
        return bill(venue, amount, """
                "cardNumber":"%s","expectedPayableMinor":%d,"tenders":[{"type":"STORED_VALUE","amountMinor":%d%s}]
                """.formatted(card.number(), amount, amount, pin));
    }
}
