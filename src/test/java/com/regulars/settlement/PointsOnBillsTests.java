package com.regulars.settlement;

import static com.regulars.settlement.Tills.assertRefused;
import static com.regulars.settlement.Tills.bill;
import static com.regulars.settlement.Tills.cashBill;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.RegularsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Points pay while they are good: the quote, the bill and the refund count the same ones. */
@RegularsTest
@Import({CardFixtures.class, Tills.class})
class PointsOnBillsTests {

    /** Earned on 31 January for one month: the last day is 28 February. */
    private static final Instant EARNED = Instant.parse("2026-01-31T12:00:00Z");

    private static final Instant LAST_DAY = Instant.parse("2026-02-28T12:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    Tills till;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    LedgerVerification verification;

    @Autowired
    JdbcClient jdbc;

    CardSummary card;
    String venue;

    @BeforeEach
    void cardWith150PointsForAMonth() {
        venue = cards.venue().code();
        card = cards.card(cards.programme(null, null, new Points(new PointsTerms(1, 100, 0, 1L), 1, null), null));
        ScopedClock.runAt(EARNED, () -> till.settled(cashBill(venue, card, 15_000)));
    }

    @Test
    void quoteAndBillCountOnlyPointsThatAreGoodToday() {
        ScopedClock.runAt(LAST_DAY, () -> {
            assertThat(till.quote(quote(150)))
                    .bodyJson()
                    .extractingPath("$.payableMinor")
                    .isEqualTo(9_850);
            assertRefused(till.quote(quote(151)), "POINTS_NOT_ENOUGH");
        });
        ScopedClock.runAt(DAY_AFTER, () -> {
            assertThat(cardsOf.get(card.id()).points()).isEqualTo(150);
            assertRefused(till.quote(quote(1)), "POINTS_NOT_ENOUGH");
            assertRefused(till.settle(redeeming(1, 9_999)), "POINTS_NOT_ENOUGH");
            assertThat(till.quote(quote(0)))
                    .bodyJson()
                    .extractingPath("$.steps[4].text")
                    .isEqualTo("未使用");
        });
    }

    @Test
    void pointsBeyondTheBillAreNotTaken() {
        ScopedClock.runAt(LAST_DAY, () -> {
            String small = bill(venue, 100, """
                    "cardNumber":"%s","payBy":"OTHER","redeemPoints":150,"expectedPayableMinor":0,"tenders":[]
                    """.formatted(card.number()));
            var paid = till.settle(small);
            assertThat(paid).hasStatus(201);
            assertThat(paid).bodyJson().extractingPath("$.pointsRedeemed").isEqualTo(100);
        });
        assertThat(cardsOf.get(card.id()).points()).isEqualTo(50);
    }

    @Test
    void pointsOfALotThatHasEndedComeBackForThirtyDays() {
        String[] bill = new String[1];
        ScopedClock.runAt(LAST_DAY, () -> bill[0] = till.settled(redeeming(150, 9_850)));
        ScopedClock.runAt(DAY_AFTER, () -> {
            assertThat(till.refund(bill[0], "{\"amountMinor\":4925,\"reason\":\"退\"}"))
                    .bodyJson()
                    .extractingPath("$.pointsReturned")
                    .isEqualTo(75);
            assertThat(till.refund(bill[0], "{\"reason\":\"退\"}"))
                    .bodyJson()
                    .extractingPath("$.pointsReturned")
                    .isEqualTo(75);
            assertThat(till.quote(quote(150)))
                    .bodyJson()
                    .extractingPath("$.payableMinor")
                    .isEqualTo(9_850);
        });
        assertThat(lots()).containsExactly("75 2026-03-31", "75 2026-03-31");
        assertThat(cardsOf.get(card.id()).points()).isEqualTo(150);
        assertThat(CardFixtures.faults(CurrentActor.asSystem(verification::verify)))
                .isEmpty();
    }

    private String quote(long points) {
        return """
                {"venueCode":"%s","lines":[{"name":"菜","quantity":1,"unitPriceMinor":10000}],"cardNumber":"%s",
                 "payBy":"OTHER","redeemPoints":%d}
                """.formatted(venue, card.number(), points);
    }

    private String redeeming(long points, long payable) {
        return bill(venue, 10_000, """
                "cardNumber":"%s","payBy":"OTHER","redeemPoints":%d,"expectedPayableMinor":%d,
                "tenders":[{"type":"CASH","amountMinor":%d}]
                """.formatted(card.number(), points, payable, payable));
    }

    private List<String> lots() {
        return jdbc.sql("""
                        select l.amount_left, l.expires_on from ledger_lot l join ledger_account a on a.id = l.account_id
                         where a.holder_id = :card and l.amount_left > 0 order by l.id
                        """)
                .param("card", card.id())
                .query((row, number) -> row.getLong("amount_left") + " " + row.getObject("expires_on", LocalDate.class))
                .list();
    }
}
