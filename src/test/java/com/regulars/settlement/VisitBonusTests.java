package com.regulars.settlement;

import static com.regulars.settlement.Tills.cashBill;
import static com.regulars.settlement.Tills.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.card.statement.CardStatements;
import com.regulars.card.statement.StatementLine;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.RegularsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Coming often earns points (R4.3): here the third visit within thirty days that was not rewarded yet earns 50. */
@RegularsTest
@Import({CardFixtures.class, Tills.class})
class VisitBonusTests {

    private static final Instant FIRST_DAY = Instant.parse("2026-06-01T12:00:00Z");

    @Autowired
    Tills till;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    CardStatements statements;

    @Autowired
    LedgerVerification verification;

    CardSummary card;
    ProgrammeSummary programme;
    String venue;

    @BeforeEach
    void cardOfAProgrammeThatRewardsVisits() {
        venue = cards.venue().code();
        programme = cards.programme(
                null, null, new Points(new PointsTerms(1, 100, 0, 1L), null, new VisitBonus(3, 30, 50)), null);
        card = cards.card(programme);
    }

    @Test
    void theThirdVisitEarnsTheBonusAndUsesTheThreeUp() {
        assertThat(earnedOn(0)).isEqualTo(10);
        assertThat(earnedOn(1)).isEqualTo(10);
        assertThat(earnedOn(2)).isEqualTo(60);
        assertThat(earnedOn(3)).isEqualTo(10);
        assertThat(earnedOn(4)).isEqualTo(10);
        assertThat(earnedOn(5)).isEqualTo(60);
        assertThat(cardsOf.get(card.id()).points()).isEqualTo(160);
        assertThat(CardFixtures.faults(CurrentActor.asSystem(verification::verify)))
                .isEmpty();
    }

    @Test
    void thirtyDaysAreThirtyDays() {
        earnedOn(0);
        earnedOn(1);
        assertThat(earnedOn(30)).isEqualTo(10);
        assertThat(earnedOn(30)).isEqualTo(60);
    }

    @Test
    void theQuoteSaysItBeforehand() {
        earnedOn(0);
        earnedOn(0);
        ScopedClock.runAt(FIRST_DAY, () -> {
            var quote = till.quote("""
                    {"venueCode":"%s","lines":[{"name":"菜","quantity":1,"unitPriceMinor":1000}],"cardNumber":"%s","payBy":"OTHER"}
                    """.formatted(venue, card.number()));
            assertThat(quote).bodyJson().extractingPath("$.pointsToEarn").isEqualTo(60);
            assertThat(quote).bodyJson().extractingPath("$.steps[8].rule").isEqualTo("VISIT_BONUS");
            assertThat(quote).bodyJson().extractingPath("$.steps[8].result").isEqualTo(50);
            assertThat(quote).bodyJson().extractingPath("$.steps[8].text").isEqualTo("3 次来店在 30 天内，奖 50 分");
        });
    }

    @Test
    void theStatementExplainsIt() {
        earnedOn(0);
        earnedOn(0);
        earnedOn(0);
        var lines = statements.newest(card.id(), 2, Locale.ENGLISH);
        assertThat(lines).extracting(StatementLine::amount).containsExactly(50L, 10L);
        assertThat(lines.getFirst().explanation()).endsWith("3 visits within 30 days, 50 points");
    }

    @Test
    void onlyAFullRefundTakesItBackAndFreesTheVisits() {
        earnedOn(0);
        earnedOn(0);
        ScopedClock.runAt(FIRST_DAY, () -> {
            String third = till.settled(cashBill(venue, card, 1_000));
            var half = till.refund(third, "{\"amountMinor\":500,\"reason\":\"退\"}");
            assertThat(number(half, "$.pointsClawedBack")).isEqualTo(5);
            var rest = till.refund(third, "{\"reason\":\"退\"}");
            assertThat(number(rest, "$.pointsClawedBack")).isEqualTo(55);
        });
        assertThat(cardsOf.get(card.id()).points()).isEqualTo(20);
        assertThat(earnedOn(0)).isEqualTo(60);
    }

    @Test
    void aVisitBookedToSomebodyElseCountsForNobodysCard() {
        long friend = cards.customer();
        ScopedClock.runAt(FIRST_DAY, () -> {
            for (int i = 0; i < 3; i++) {
                var paid = till.settle(cashBill(venue, card, 1_000)
                        .replace("\"payBy\"", "\"customerId\":\"" + friend + "\",\"payBy\""));
                assertThat(number(paid, "$.pointsEarned")).isEqualTo(10);
            }
        });
        assertThat(earnedOn(0)).isEqualTo(10);
    }

    @Test
    void twoCardsOfOneProgrammeAtOnceNeverRewardAVisitTwice() throws Exception {
        CardSummary second = cards.cardFor(card.customerId(), programme);
        for (int i = 0; i < 5; i++) {
            till.settled(cashBill(venue, card, 1_000));
        }
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var paid = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return number(
                                till.settle(cashBill(venue, i % 2 == 0 ? card : second, 1_000)), "$.pointsEarned");
                    }))
                    .toList();
            start.countDown();
            long bonuses = 0;
            for (var each : paid) {
                bonuses += (each.get() - 10) / 50;
            }
            // Ten visits are not rewarded yet. Bills that run side by side do not see each other's visit, so the last
            // bonus
            // may be left for the next bill.
            assertThat(bonuses).isBetween(2L, 3L);
        }
    }

    private long earnedOn(int day) {
        long[] earned = new long[1];
        ScopedClock.runAt(
                FIRST_DAY.plus(Duration.ofDays(day)),
                () -> earned[0] = number(till.settle(cashBill(venue, card, 1_000)), "$.pointsEarned"));
        return earned[0];
    }
}
