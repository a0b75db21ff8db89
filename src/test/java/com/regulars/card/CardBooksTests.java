package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.TenderType;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.ledger.check.Verification;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.KeptProgress;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The books after everything cards can do to them, in a database of their own because one test breaks them. */
@RegularsTest
@Import(CardFixtures.class)
@TestPropertySource(properties = "regulars.test.database=card_books")
class CardBooksTests {

    @Autowired
    CardReleasing releasing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CardFixtures given;

    @Autowired
    Cards cards;

    @Autowired
    LedgerVerification verification;

    @Autowired
    PointsExpiry expiry;

    @Autowired
    Ledger ledger;

    @Autowired
    Clock clock;

    private record Bill(BilledCards billed, CardSummary card, long stored, long cash, long redeemed, long earned) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 42})
    void any_row_of_operations_keeps_the_books_true(long seed) {
        var random = new Random(seed);
        List<CardSummary> some = List.of(
                given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null)),
                given.card(given.combined(SpendOrder.BONUS_FIRST, null)),
                given.card(given.combined(SpendOrder.PROPORTIONAL, null)));
        List<Bill> bills = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            CardSummary card = some.get(random.nextInt(some.size()));
            try {
                switch (random.nextInt(4)) {
                    case 0 -> given.topUp(card, 1_000 + random.nextInt(200_000));
                    case 1, 2 -> bills.add(bill(card, random));
                    default -> refund(bills, random);
                }
            } catch (RefusedException refused) {
                assertThat(refused.getCode())
                        .isIn("INSUFFICIENT_BALANCE", "POINTS_NOT_ENOUGH", "REFUND_TOO_LARGE", "BALANCE_LIMIT");
            }
        }
        Verification result = CardFixtures.asManager(() -> verification.verify());
        assertThat(CardFixtures.faults(result)).isEmpty();
        assertThat(bills).hasSizeGreaterThan(10);
    }

    private Bill bill(CardSummary card, Random random) {
        long stored = random.nextInt(30_000);
        long cash = random.nextInt(5_000);
        long redeem = random.nextBoolean() ? 0 : random.nextInt(40);
        long earn = (stored + cash) / 100;
        var billed = given.bill(new BillCards(
                "random",
                given.venue().id(),
                CardFixtures.TODAY,
                null,
                stored + cash,
                random.nextInt(9) - 4,
                List.of(new StoredValuePayment(card.id(), stored, stored + redeem, null)),
                List.of(new TenderTaken(TenderType.CASH, cash)),
                new PointsMovement(card.id(), redeem, redeem, earn, "random")));
        return new Bill(billed, card, stored, cash, redeem, earn);
    }

    private void refund(List<Bill> bills, Random random) {
        if (bills.isEmpty()) {
            return;
        }
        Bill bill = bills.get(random.nextInt(bills.size()));
        given.refund(new RefundCards(
                bill.billed.postingId(),
                given.venue().id(),
                "random",
                CardFixtures.TODAY,
                null,
                "random",
                List.of(new RefundCards.StoredValueBack(bill.card.id(), part(bill.stored, random))),
                List.of(new TenderTaken(TenderType.CASH, part(bill.cash, random))),
                new RefundCards.PointsBack(bill.card.id(), part(bill.redeemed, random), part(bill.earned, random))));
    }

    private static long part(long of, Random random) {
        return random.nextBoolean() ? of : of * random.nextInt(100) / 100;
    }

    @Test
    void a_card_whose_balance_is_not_its_entries_is_found_and_parked() throws SQLException {
        CardSummary broken = given.cardWith(100_000);
        CardSummary sound = given.cardWith(100_000);
        tamper("update ledger_account set balance = balance + 1 where kind = 'PRINCIPAL' and holder_id = "
                + broken.id());

        Verification seen = CardFixtures.asManager(() -> verification.verify());
        assertThat(seen.ok()).isFalse();
        assertThat(seen.balanceMismatches()).isEqualTo(1);
        assertThat(seen.lotMismatches()).isEqualTo(1);
        assertThat(CardFixtures.asManager(() -> verification.parked()))
                .as("seeing changes nothing")
                .isEmpty();

        var kept = CardFixtures.asManager(() -> verification.verifyAndPark());
        assertThat(kept.accountsParked()).isGreaterThanOrEqualTo(3);
        assertThat(CardFixtures.asManager(() -> verification.parked()))
                .extracting(LedgerVerification.Parked::holderId)
                .contains(broken.id())
                .doesNotContain(sound.id());
        assertThat(CardFixtures.asManager(() -> verification.history(1))
                        .getFirst()
                        .result()
                        .ok())
                .isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> given.pay(broken, 100))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("CARD_NOT_ACTIVE"));
        assertThat(given.pay(sound, 100).drawn()).hasSize(1);

        tamper("update ledger_account set balance = balance - 1 where kind = 'PRINCIPAL' and holder_id = "
                + broken.id());
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> given.pay(broken, 100));
        tamper("update ledger_account set parked = false");
        assertThat(CardFixtures.faults(CardFixtures.asManager(() -> verification.verify())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_account set balance = balance %s 1 where kind = 'PRINCIPAL' and holder_id = :card",
                "update ledger_lot set bonus_left = bonus_left %s -1 where account_id in "
                        + "(select id from ledger_account where holder_id = :card)"
            })
    void a_parked_card_is_released_only_when_its_books_add_up_again(String wrong) throws SQLException {
        CardSummary card = given.cardWith(100_000);
        String id = String.valueOf(card.id());
        tamper(wrong.formatted("+").replace(":card", id));
        CardFixtures.asManager(() -> verification.verifyAndPark());
        try {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> CardFixtures.asManager(() -> releasing.release(card.number(), "看过了")))
                    .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("BOOKS_DO_NOT_ADD_UP"));
            assertThat(cards.isParked(card.id())).isTrue();
        } finally {
            tamper(wrong.formatted("-").replace(":card", id));
        }
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> CardFixtures.asManager(() -> releasing.release(card.number(), " ")));
        assertThatExceptionOfType(RefusedException.class)
                .as("not verified since it was cleared")
                .isThrownBy(() -> CardFixtures.asManager(() -> releasing.release(card.number(), "已更正")));
        CardFixtures.asManager(() -> verification.verifyAndPark());

        CardFixtures.asManager(() -> releasing.release(card.number(), "日结时改错，已更正"));
        CardFixtures.asManager(() -> releasing.release(card.number(), "又点了一次"));

        assertThat(cards.isParked(card.id())).isFalse();
        assertThat(given.pay(card, 100).drawn()).hasSize(1);
        assertThat(jdbc.sql("select detail from audit_line where action = 'card.released' and subject_id = :card")
                        .param("card", id)
                        .query(String.class)
                        .list())
                .containsExactly(card.maskedNumber() + ": 日结时改错，已更正");
    }

    private static void tamper(String sql) throws SQLException {
        try (var connection = TestDatabase.connectAsSuperuser("card_books");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void points_end_with_their_last_day() {
        CardSummary card = cardWithPoints();
        ScopedClock.runAt(clock.instant().plus(Duration.ofDays(3650)), () -> {
            assertThat(expire().updated()).isPositive();
            assertThat(expire().done()).isZero();
        });
        assertThat(cards.get(card.id()).points()).isZero();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> given.bill(points(card, 1, 0)));
    }

    @Test
    void a_card_that_fails_in_the_night_is_named_and_keeps_no_other_from_ending() throws SQLException {
        List<CardSummary> three = List.of(cardWithPoints(), cardWithPoints(), cardWithPoints());
        CardSummary broken = three.get(1);
        tamper("update ledger_account set balance = 0 where kind = 'POINTS' and holder_id = " + broken.id());

        var night = new AtomicReference<KeptProgress>();
        ScopedClock.runAt(clock.instant().plus(Duration.ofDays(3650)), () -> night.set(expire()));

        tamper("update ledger_account set balance = 70 where kind = 'POINTS' and holder_id = " + broken.id());
        String masked = new CardNumber(broken.number()).masked();
        assertThat(night.get().rejected()).singleElement().satisfies(row -> {
            assertThat(row.values()).containsExactly(masked);
            assertThat(row.reasonKey()).isEqualTo("refused.POINTS_NOT_ENOUGH");
        });
        assertThat(three).extracting(card -> cards.get(card.id()).points()).containsExactly(0L, 70L, 0L);
        assertThat(jdbc.sql("select count(*) from audit_line where action = 'job.itemFailed' and subject_id = :card")
                        .param("card", masked)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        ScopedClock.runAt(clock.instant().plus(Duration.ofDays(3650)), () -> night.set(expire()));
        assertThat(night.get().rejected()).isEmpty();
    }

    @Test
    void points_that_were_spent_while_the_night_came_to_them_are_no_failure() throws Exception {
        CardSummary card = cardWithPoints();
        var night = new CompletableFuture<KeptProgress>();
        given.transactions().executeWithoutResult(status -> {
            CardFixtures.asManager(() -> ledger.lock(List.of(card.id())));
            Thread.ofVirtual()
                    .start(() -> ScopedClock.runAt(
                            clock.instant().plus(Duration.ofDays(3650)), () -> night.complete(expire())));
            await().until(this::somebodyWaits);
            jdbc.sql(
                            "update ledger_lot set amount_left = 0 where account_id = (select id from ledger_account where kind = 'POINTS' and holder_id = :card)")
                    .param("card", card.id())
                    .update();
        });
        assertThat(night.get().rejected()).isEmpty();
        assertThat(night.get().updated()).isZero();
        tamper(
                "update ledger_lot set amount_left = 70 where account_id = (select id from ledger_account where kind = 'POINTS' and holder_id = "
                        + card.id() + ")");
        ScopedClock.runAt(clock.instant().plus(Duration.ofDays(3650)), this::expire);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    private CardSummary cardWithPoints() {
        CardSummary card =
                given.card(given.programme(null, null, new Points(new PointsTerms(1, 100, 0, 1L), 1, null), null));
        given.bill(points(card, 0, 70));
        return card;
    }

    private KeptProgress expire() {
        var progress = new KeptProgress();
        CardFixtures.asManager(() -> {
            expiry.expire(progress);
            return progress;
        });
        return progress;
    }

    private BillCards points(CardSummary card, long redeem, long earn) {
        return new BillCards(
                "points",
                given.venue().id(),
                CardFixtures.TODAY,
                null,
                7_000,
                0,
                List.of(),
                List.of(new TenderTaken(TenderType.CASH, 7_000)),
                new PointsMovement(card.id(), redeem, redeem, earn, "test"));
    }
}
