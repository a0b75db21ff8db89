package com.regulars.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.ledger.LockedAccounts.Account;
import com.regulars.ledger.Lot.Drawn;
import com.regulars.ledger.LotShelf.Draw;
import com.regulars.ledger.Movement.AddPoints;
import com.regulars.ledger.Movement.AddValue;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.DrawValue;
import com.regulars.ledger.Movement.ExpirePoints;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Movement.SpendPoints;
import com.regulars.ledger.OpenBook.Entry;
import com.regulars.ledger.Posted.Moved;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every movement does to the accounts, the lots and the house, in exact numbers. */
class OpenBookTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);
    private static final long CARD = 7;
    private static final long PRINCIPAL = 71;
    private static final long BONUS = 72;
    private static final long POINTS = 73;
    private static final long THE_BILL = 40;

    @Test
    void moneyOfTheHouseIsOnNoCard() {
        OpenBook book = book(card(6_000, 2_000, 500));

        assertThat(book.move(new House(AccountKind.CASH, -500))).isEqualTo(new Moved(500, 0, 0, 0));
        assertThat(book.move(new House(AccountKind.SALES, 300))).isEqualTo(new Moved(300, 0, 0, 0));
        book.move(new House(AccountKind.CASH, -200));

        assertThat(book.house).isEqualTo(Map.of(AccountKind.CASH, -700L, AccountKind.SALES, 300L));
        assertThat(book.entries).isEmpty();
    }

    @Test
    void aTopUpIsALotAndItsBonusAnExpense() {
        OpenBook book = book(card(6_000, 2_000, 500));

        assertThat(book.move(new AddValue(CARD, 10_000, 1_000, "充100送10", "why")))
                .isEqualTo(new Moved(10_000, 1_000, 8_000, 19_000));

        assertThat(book.entries)
                .containsExactly(new Entry(PRINCIPAL, 10_000, 16_000, "why"), new Entry(BONUS, 1_000, 3_000, "why"));
        assertThat(book.newLots).containsExactly(new NewLot(PRINCIPAL, BONUS, 10_000, 1_000, "充100送10", TODAY, null));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.BONUS_EXPENSE, -1_000L));
        assertThat(book.draws()).isEmpty();
    }

    @Test
    void aTopUpWithoutBonusEntersNothingOnTheBonus() {
        OpenBook book = book(card(0, 0, 0));
        assertThat(book.move(new AddValue(CARD, 300, 0, "rule", "why"))).isEqualTo(new Moved(300, 0, 0, 300));
        assertThat(book.entries).containsExactly(new Entry(PRINCIPAL, 300, 300, "why"));
    }

    @Test
    void aPaymentIsDrawnFromTheOldestLotsWithItsListValue() {
        OpenBook book = book(card(6_000, 2_000, 0), value(2, 2_000, 500), value(1, 4_000, 1_500));

        assertThat(book.move(new DrawValue(CARD, 7_000, 8_000, SpendOrder.PRINCIPAL_FIRST, "why")))
                .isEqualTo(new Moved(6_000, 1_000, 8_000, 1_000));

        assertThat(book.entries)
                .containsExactly(new Entry(PRINCIPAL, -6_000, 0, "why"), new Entry(BONUS, -1_000, 1_000, "why"));
        assertThat(book.draws()).containsExactly(new Draw(1, 4_000, 1_000, 5_714), new Draw(2, 2_000, 0, 2_286));
        assertThat(book.house).isEmpty();
        assertThat(book.newLots).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PRINCIPAL_FIRST,2500,2500,0", "BONUS_FIRST,2500,500,2000", "PROPORTIONAL,1001,751,250"})
    void theSpendOrderSaysWhichBalancePays(SpendOrder order, long amount, long fromPrincipal, long fromBonus) {
        OpenBook book = book(card(6_000, 2_000, 0), value(1, 6_000, 2_000));
        assertThat(book.move(new DrawValue(CARD, amount, 0, order, "why")))
                .isEqualTo(new Moved(fromPrincipal, fromBonus, 8_000, 8_000 - amount));
    }

    @Test
    void aCardPaysAllItHoldsAndNoMore() {
        LockedAccounts card = card(6_000, 2_000, 0);
        OpenBook book = book(card, value(1, 6_000, 2_000));

        refuses("INSUFFICIENT_BALANCE", () -> book.move(draw(8_001)));
        assertThat(book.entries).isEmpty();
        assertThat(book.draws()).isEmpty();
        assertThat(card.changed()).isEmpty();

        assertThat(book.move(draw(8_000))).isEqualTo(new Moved(6_000, 2_000, 8_000, 0));
        assertThat(card.balance(CARD, AccountKind.PRINCIPAL)).isZero();
        assertThat(card.balance(CARD, AccountKind.BONUS)).isZero();
    }

    @Test
    void aSecondPaymentGoesOnFromTheFirst() {
        OpenBook book = book(card(6_000, 2_000, 0), value(1, 6_000, 2_000));
        book.move(draw(5_000));
        assertThat(book.move(draw(2_000))).isEqualTo(new Moved(1_000, 1_000, 3_000, 1_000));
    }

    @Test
    void halfAPaymentComesBackToItsNewestLotsFirst() {
        OpenBook book = refund(
                card(0, 1_000, 0),
                value(1, 0, 500, new Drawn(4_000, 1_000, 5_714, 0, 0, 0)),
                value(2, 0, 500, new Drawn(2_000, 0, 2_286, 0, 0, 0)));

        assertThat(book.move(new GiveBackValue(CARD, 3_500, "why"))).isEqualTo(new Moved(3_000, 500, 1_000, 4_500));

        assertThat(book.entries)
                .containsExactly(new Entry(PRINCIPAL, 3_000, 3_000, "why"), new Entry(BONUS, 500, 1_500, "why"));
        assertThat(book.draws()).containsExactly(new Draw(2, -2_000, 0, -2_286), new Draw(1, -1_000, -500, -1_714));
        assertThat(book.house).isEmpty();
    }

    @Test
    void noMoreComesBackThanWasPaid() {
        OpenBook book = refund(card(0, 0, 0), value(1, 0, 0, new Drawn(4_000, 1_000, 5_000, 0, 0, 0)));
        refuses("REFUND_TOO_LARGE", () -> book.move(new GiveBackValue(CARD, 5_001, "why")));
        assertThat(book.move(new GiveBackValue(CARD, 5_000, "why"))).isEqualTo(new Moved(4_000, 1_000, 0, 5_000));
    }

    @Test
    void earnedPointsAreALotOfTheirOwn() {
        OpenBook book = book(card(0, 0, 500));

        assertThat(book.move(new AddPoints(CARD, 70, TODAY.plusDays(1), NEXT_YEAR, "earned")))
                .isEqualTo(new Moved(70, 0, 500, 570));

        assertThat(book.entries).containsExactly(new Entry(POINTS, 70, 570, "earned"));
        assertThat(book.newLots)
                .containsExactly(new NewLot(POINTS, null, 70, 0, "earned", TODAY.plusDays(1), NEXT_YEAR));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.POINTS_EARNED, -70L));
    }

    @Test
    void pointsThatExpireFirstPayFirst() {
        OpenBook book = book(card(0, 0, 500), points(1, 300, null), points(2, 200, NEXT_YEAR));

        assertThat(book.move(new SpendPoints(CARD, 250, "why"))).isEqualTo(new Moved(250, 0, 500, 250));

        assertThat(book.entries).containsExactly(new Entry(POINTS, -250, 250, "why"));
        assertThat(book.draws()).containsExactly(new Draw(2, 200, 0, 0), new Draw(1, 50, 0, 0));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.POINTS_REDEEMED, 250L));
    }

    @Test
    void pointsPayOnlyWhileTheyAreGood() {
        var ended = points(1, 100, TODAY.minusDays(1));
        var good = points(2, 60, TODAY);
        var notYet = new Lot(3, 30, POINTS, 40, 0, TODAY.plusDays(1), null, Drawn.NOTHING);
        OpenBook book = book(card(0, 0, 200), ended, good, notYet);

        refuses("POINTS_NOT_ENOUGH", () -> book.move(new SpendPoints(CARD, 61, "why")));
        assertThat(book.move(new SpendPoints(CARD, 60, "why"))).isEqualTo(new Moved(60, 0, 200, 140));
        assertThat(book.draws()).containsExactly(new Draw(2, 60, 0, 0));
    }

    @Test
    void pointsThatOnlyTheLotsKnowOfDoNotPay() {
        OpenBook book = book(card(0, 0, 99), points(1, 100, null));
        refuses("POINTS_NOT_ENOUGH", () -> book.move(new SpendPoints(CARD, 100, "why")));
        assertThat(book.entries).isEmpty();
    }

    @Test
    void spentPointsComeBackWhereTheyWereSpent() {
        OpenBook book = refund(
                card(0, 0, 250),
                points(1, 250, null, new Drawn(50, 0, 0, 0, 0, 0)),
                points(2, 0, NEXT_YEAR, new Drawn(200, 0, 0, 80, 0, 0)));

        assertThat(book.move(new GiveBackPoints(CARD, 130, "why"))).isEqualTo(new Moved(130, 0, 250, 380));

        assertThat(book.entries).containsExactly(new Entry(POINTS, 130, 380, "why"));
        assertThat(book.draws()).containsExactly(new Draw(2, -120, 0, 0), new Draw(1, -10, 0, 0));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.POINTS_REDEEMED, -130L));
        refuses("REFUND_TOO_LARGE", () -> book.move(new GiveBackPoints(CARD, 41, "why")));
    }

    @Test
    void pointsOfALotThatHasEndedComeBackForThirtyDays() {
        OpenBook book = refund(
                card(0, 0, 5),
                points(1, 0, TODAY.minusDays(1), new Drawn(200, 0, 0, 0, 0, 0)),
                points(2, 5, null, new Drawn(50, 0, 0, 0, 0, 0)));

        assertThat(book.move(new GiveBackPoints(CARD, 250, "back"))).isEqualTo(new Moved(250, 0, 5, 255));

        assertThat(book.newLots).containsExactly(new NewLot(POINTS, null, 200, 0, "back", TODAY, TODAY.plusDays(30)));
        assertThat(book.draws())
                .containsExactly(new Draw(2, -50, 0, 0), new Draw(1, -200, 0, 0), new Draw(1, 200, 0, 0));
    }

    @Test
    void pointsTakenBackMayBeThoseThatHaveJustReturned() {
        OpenBook book = refund(card(0, 0, 0), points(1, 0, TODAY.minusDays(1), new Drawn(150, 0, 0, 0, 0, 0)));
        book.move(new GiveBackPoints(CARD, 150, "back"));

        assertThat(book.move(new ClawBackPoints(CARD, 70, "why"))).isEqualTo(new Moved(70, 0, 150, 80));

        assertThat(book.newLots).containsExactly(new NewLot(POINTS, null, 80, 0, "back", TODAY, TODAY.plusDays(30)));
        book.move(new ClawBackPoints(CARD, 80, "why"));
        assertThat(book.newLots).isEmpty();
    }

    @Test
    void pointsOfTheRefundedBillAreTakenBackFirst() {
        OpenBook book = refund(card(0, 0, 60), points(1, 30, NEXT_YEAR), earnedByTheBill(2, 30));

        assertThat(book.move(new ClawBackPoints(CARD, 40, "why"))).isEqualTo(new Moved(40, 0, 60, 20));

        assertThat(book.entries).containsExactly(new Entry(POINTS, -40, 20, "why"));
        assertThat(book.draws()).containsExactly(new Draw(2, 30, 0, 0), new Draw(1, 10, 0, 0));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.POINTS_EARNED, 40L));
    }

    @Test
    void pointsAreTakenBackDownToNoneAtMost() {
        OpenBook book = refund(card(0, 0, 60), points(1, 40, null), earnedByTheBill(2, 20));
        assertThat(book.move(new ClawBackPoints(CARD, 70, "why"))).isEqualTo(new Moved(60, 0, 60, 0));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.POINTS_EARNED, 60L));
        assertThat(book.move(new ClawBackPoints(CARD, 70, "why"))).isEqualTo(new Moved(0, 0, 0, 0));
        assertThat(book.entries).hasSize(1);
    }

    @Test
    void pointsEndTheDayAfterTheirLast() {
        OpenBook book =
                book(card(0, 0, 60), points(1, 30, TODAY.minusDays(1)), points(2, 20, TODAY), points(3, 10, null));

        assertThat(book.move(new ExpirePoints(CARD, "why"))).isEqualTo(new Moved(30, 0, 60, 30));

        assertThat(book.entries).containsExactly(new Entry(POINTS, -30, 30, "why"));
        assertThat(book.draws()).containsExactly(new Draw(1, 30, 0, 0));
        assertThat(book.house).isEqualTo(Map.of(AccountKind.POINTS_EXPIRED, 30L));
    }

    @ParameterizedTest
    @MethodSource("movementsOnACard")
    void nothingMovesOnAParkedCardNorOnOneThatIsNotThere(Movement movement) {
        OpenBook parked = refund(card(1_000, 1_000, 1_000, true), value(1, 1_000, 1_000), points(2, 1_000, null));
        refuses("CARD_NOT_ACTIVE", () -> parked.move(movement));
        assertThat(parked.house).isEmpty();
        refuses("CARD_NOT_ACTIVE", () -> refund(LockedAccounts.none()).move(movement));
    }

    static Stream<Movement> movementsOnACard() {
        return Stream.of(
                new AddValue(CARD, 10, 1, "rule", "why"),
                draw(10),
                new GiveBackValue(CARD, 10, "why"),
                new AddPoints(CARD, 10, TODAY, null, "why"),
                new SpendPoints(CARD, 10, "why"),
                new GiveBackPoints(CARD, 10, "why"),
                new ClawBackPoints(CARD, 10, "why"),
                new ExpirePoints(CARD, "why"));
    }

    @Test
    void noBalanceRunsOverIntoADebt() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> book(card(0, 0, Long.MAX_VALUE)).move(new AddPoints(CARD, 1, TODAY, null, "why")));
        OpenBook book = book(LockedAccounts.none());
        book.move(new House(AccountKind.CASH, Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> book.move(new House(AccountKind.CASH, 1)));
    }

    private static OpenBook book(LockedAccounts accounts, Lot... lots) {
        return book(PostingKind.BILL, null, accounts, lots);
    }

    private static OpenBook refund(LockedAccounts accounts, Lot... lots) {
        return book(PostingKind.BILL_REFUND, THE_BILL, accounts, lots);
    }

    private static OpenBook book(PostingKind kind, @Nullable Long refunds, LockedAccounts accounts, Lot... lots) {
        var posting = new NewPosting(kind, "main-1-000017", 1, TODAY, null, refunds, List.of());
        return new OpenBook(posting, accounts, List.of(lots));
    }

    private static LockedAccounts card(long principal, long bonus, long points) {
        return card(principal, bonus, points, false);
    }

    private static LockedAccounts card(long principal, long bonus, long points, boolean parked) {
        return new LockedAccounts(List.of(
                new Account(PRINCIPAL, CARD, AccountKind.PRINCIPAL, principal, parked),
                new Account(BONUS, CARD, AccountKind.BONUS, bonus, parked),
                new Account(POINTS, CARD, AccountKind.POINTS, points, parked)));
    }

    private static Movement draw(long amount) {
        return new DrawValue(CARD, amount, amount, SpendOrder.PRINCIPAL_FIRST, "why");
    }

    private static Lot value(long id, long principal, long bonus) {
        return value(id, principal, bonus, Drawn.NOTHING);
    }

    private static Lot value(long id, long principal, long bonus, Drawn drawn) {
        return new Lot(id, 30, PRINCIPAL, principal, bonus, TODAY, null, drawn);
    }

    private static Lot points(long id, long left, @Nullable LocalDate expiresOn) {
        return points(id, left, expiresOn, Drawn.NOTHING);
    }

    private static Lot points(long id, long left, @Nullable LocalDate expiresOn, Drawn drawn) {
        return new Lot(id, 30, POINTS, left, 0, TODAY, expiresOn, drawn);
    }

    private static Lot earnedByTheBill(long id, long left) {
        return new Lot(id, THE_BILL, POINTS, left, 0, TODAY, null, Drawn.NOTHING);
    }

    private static void refuses(String code, ThrowingCallable move) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(move)
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(code));
    }
}
