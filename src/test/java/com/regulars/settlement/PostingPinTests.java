package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.ledger.SpendOrder;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The entries a bill and its refunds make, account by account, as they were before anybody moved the code that makes them. */
@RegularsTest
@Import(CardFixtures.class)
class PostingPinTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CardFixtures cards;

    @Autowired
    JdbcClient jdbc;

    Actor client;
    Venue venue;

    @BeforeEach
    void newClientAndVenue() {
        client = Fixtures.apiClient();
        venue = cards.otherVenue();
    }

    @Test
    void mixedBillOnTwoCardsWithPointsAndItsRefunds() {
        CardSummary first = cards.card(cards.combined(SpendOrder.PROPORTIONAL, null));
        cards.topUp(first, 1_000_000);
        CardSummary second = cards.cardWith(100_000);
        String earning = post("/settlements", """
                {"venueCode":"%s","lines":[{"name":"A","quantity":1,"unitPriceMinor":20000}],"cardNumber":"%s","payBy":"OTHER",
                 "billNumber":"B-1","expectedPayableMinor":16000,"tenders":[{"type":"CASH","amountMinor":16000}]}
                """.formatted(venue.code(), first.number()));
        String mixed = post("/settlements", """
                {"venueCode":"%s","lines":[{"name":"A","quantity":1,"unitPriceMinor":5550},{"name":"B","quantity":2,"unitPriceMinor":1235}],
                 "cardNumber":"%s","payBy":"OTHER","redeemPoints":50,"billNumber":"B-2","expectedPayableMinor":6970,
                 "tenders":[{"type":"STORED_VALUE","amountMinor":2000},{"type":"STORED_VALUE","amountMinor":1000,"cardNumber":"%s"},
                            {"type":"CASH","amountMinor":5000}]}
                """.formatted(venue.code(), first.number(), second.number()));
        post("/settlements/" + mixed + "/refunds", "{\"amountMinor\":1001,\"reason\":\"少付\"}");
        post("/settlements/" + mixed + "/refunds", "{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"退菜\"}");
        post("/settlements/" + mixed + "/refunds", "{\"reason\":\"退菜\"}");
        post("/settlements/" + earning + "/refunds", "{\"reason\":\"退菜\"}");
        assertThat(String.join("\n", entries(first, second))).isEqualTo("""
                BILL CASH - -16000 null
                BILL SALES - 16000 null
                BILL POINTS_EARNED - -160 null
                BILL POINTS 1 160 160 card.explain.earned
                BILL CASH - -3970 null
                BILL SALES - 7020 null
                BILL POINTS_EXPENSE - -50 null
                BILL POINTS_EARNED - -69 null
                BILL POINTS_REDEEMED - 50 null
                BILL PRINCIPAL 1 -1667 998333 card.explain.paid
                BILL BONUS 1 -333 199667 card.explain.paid
                BILL POINTS 1 -50 110 card.explain.redeemed
                BILL POINTS 1 69 179 card.explain.earned
                BILL PRINCIPAL 2 -1000 99000 card.explain.paid
                BILL_REFUND CASH - 570 null
                BILL_REFUND SALES - -1008 null
                BILL_REFUND POINTS_EXPENSE - 7 null
                BILL_REFUND POINTS_EARNED - 9 null
                BILL_REFUND POINTS_REDEEMED - -7 null
                BILL_REFUND PRINCIPAL 1 239 998572 card.explain.refunded
                BILL_REFUND BONUS 1 48 199715 card.explain.refunded
                BILL_REFUND POINTS 1 7 186 card.explain.pointsReturned
                BILL_REFUND POINTS 1 -9 177 card.explain.pointsClawedBack
                BILL_REFUND PRINCIPAL 2 144 99144 card.explain.refunded
                BILL_REFUND CASH - 612 null
                BILL_REFUND SALES - -1082 null
                BILL_REFUND POINTS_EXPENSE - 8 null
                BILL_REFUND POINTS_EARNED - 11 null
                BILL_REFUND POINTS_REDEEMED - -8 null
                BILL_REFUND PRINCIPAL 1 257 998829 card.explain.refunded
                BILL_REFUND BONUS 1 51 199766 card.explain.refunded
                BILL_REFUND POINTS 1 8 185 card.explain.pointsReturned
                BILL_REFUND POINTS 1 -11 174 card.explain.pointsClawedBack
                BILL_REFUND PRINCIPAL 2 154 99298 card.explain.refunded
                BILL_REFUND CASH - 2788 null
                BILL_REFUND SALES - -4930 null
                BILL_REFUND POINTS_EXPENSE - 35 null
                BILL_REFUND POINTS_EARNED - 49 null
                BILL_REFUND POINTS_REDEEMED - -35 null
                BILL_REFUND PRINCIPAL 1 1171 1000000 card.explain.refunded
                BILL_REFUND BONUS 1 234 200000 card.explain.refunded
                BILL_REFUND POINTS 1 35 209 card.explain.pointsReturned
                BILL_REFUND POINTS 1 -49 160 card.explain.pointsClawedBack
                BILL_REFUND PRINCIPAL 2 702 100000 card.explain.refunded
                BILL_REFUND CASH - 16000 null
                BILL_REFUND SALES - -16000 null
                BILL_REFUND POINTS_EARNED - 160 null
                BILL_REFUND POINTS 1 -160 0 card.explain.pointsClawedBack""");
    }

    @Test
    void worthOfReturnedPointsIsReckonedOnce() {
        CardSummary card =
                cards.card(cards.programme(null, null, new Points(new PointsTerms(1, 100, 0, 3L), 12, null), null));
        post("/settlements", """
                {"venueCode":"%s","lines":[{"name":"A","quantity":1,"unitPriceMinor":5000}],"cardNumber":"%s","payBy":"OTHER",
                 "billNumber":"B-1","expectedPayableMinor":5000,"tenders":[{"type":"CASH","amountMinor":5000}]}
                """.formatted(venue.code(), card.number()));
        String bill = post("/settlements", """
                {"venueCode":"%s","lines":[{"name":"A","quantity":1,"unitPriceMinor":7150}],"cardNumber":"%s","payBy":"OTHER",
                 "redeemPoints":50,"billNumber":"B-2","expectedPayableMinor":7000,"tenders":[{"type":"CASH","amountMinor":7000}]}
                """.formatted(venue.code(), card.number()));
        post("/settlements/" + bill + "/refunds", "{\"amountMinor\":3550,\"reason\":\"少付\"}");
        assertThat(jdbc.sql("select points_worth_back_minor from settlement where id = :id")
                        .param("id", Long.valueOf(bill))
                        .query(Long.class)
                        .single())
                .isEqualTo(76);
        assertThat(jdbc.sql("""
                        select e.amount from ledger_posting p join ledger_entry e on e.posting_id = p.id
                        join ledger_account a on a.id = e.account_id
                        where p.venue_id = :venue and p.kind = 'BILL_REFUND' and a.kind = 'POINTS_EXPENSE'
                        """).param("venue", venue.id()).query(Long.class).single())
                .isEqualTo(76);
    }

    private List<String> entries(CardSummary first, CardSummary second) {
        return jdbc.sql("""
                        select p.kind, a.kind account, e.amount, e.balance_after,
                               case a.holder_id when :first then '1' when :second then '2' else '-' end holder,
                               split_part(e.explanation, '|', 1) why
                        from ledger_posting p join ledger_entry e on e.posting_id = p.id join ledger_account a on a.id = e.account_id
                        where p.venue_id = :venue order by p.id, a.id, e.id
                        """)
                .param("first", first.id())
                .param("second", second.id())
                .param("venue", venue.id())
                .query((row, number) -> "%s %s %s %d %s %s"
                        .formatted(
                                row.getString("kind"),
                                row.getString("account"),
                                row.getString("holder"),
                                row.getLong("amount"),
                                row.getString("balance_after"),
                                row.getString("why"))
                        .strip())
                .list();
    }

    private String post(String path, String body) {
        var result = mvc.post()
                .uri("/api/v1" + path)
                .with(as(client))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(result).hasStatus(201);
        try {
            return com.jayway.jsonpath.JsonPath.read(result.getResponse().getContentAsString(), "$.id");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
