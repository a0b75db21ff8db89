package com.regulars.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.regulars.ledger.Lot.Drawn;
import com.regulars.ledger.LotShelf.Draw;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which lots value leaves and comes back to, in exact numbers. */
class LotShelfTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final long CARD = 71;
    private static final long OTHER_CARD = 81;

    @Test
    void emptyLotsAndThoseOfOtherCardsAreLeftAlone() {
        Lot empty = value(1, CARD, 0, 0);
        Lot foreign = value(2, OTHER_CARD, 500, 50);
        Lot oldest = value(3, CARD, 300, 0);
        Lot bonusOnly = value(4, CARD, 0, 40);
        Lot untouched = value(5, CARD, 200, 0);
        var shelf = new LotShelf(List.of(untouched, bonusOnly, oldest, foreign, empty));

        shelf.drawValue(CARD, 300, 30, 660);

        assertThat(shelf.draws()).containsExactly(new Draw(3, 300, 0, 600), new Draw(4, 0, 30, 60));
        assertThat(oldest.amountLeft).isZero();
        assertThat(bonusOnly.bonusLeft).isEqualTo(10);
        assertThat(untouched.amountLeft).isEqualTo(200);
        assertThat(foreign.amountLeft).isEqualTo(500);
    }

    @Test
    void lotsThatHoldLessThanTheAccountAreAMistakeOfTheBooks() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new LotShelf(List.of(value(1, CARD, 100, 10))).drawValue(CARD, 101, 10, 0))
                .withMessageEndingWith("by 1");
        assertThatIllegalStateException()
                .isThrownBy(() -> new LotShelf(List.of(value(1, CARD, 100, 10))).drawValue(CARD, 98, 13, 0))
                .withMessageEndingWith("by 3");
        assertThatIllegalStateException()
                .isThrownBy(() -> new LotShelf(List.of(points(1, 5, null))).clawBackPoints(CARD, 7, null))
                .withMessageEndingWith("by 2");
    }

    @Test
    void whatComesBackIsOnTheLotAgain() {
        Lot older = value(1, CARD, 10, 1, new Drawn(90, 9, 110, 0, 0, 0));
        Lot newer = value(2, CARD, 0, 0, new Drawn(60, 6, 70, 0, 0, 0));
        var shelf = new LotShelf(List.of(older, newer));

        assertThat(shelf.giveBackValue(CARD, 77)).isEqualTo(70);

        assertThat(shelf.draws()).containsExactly(new Draw(2, -60, -6, -70), new Draw(1, -10, -1, -12));
        assertThat(newer.amountLeft).isEqualTo(60);
        assertThat(newer.bonusLeft).isEqualTo(6);
        assertThat(newer.drawn).isEqualTo(new Drawn(60, 6, 70, 60, 6, 70));
        assertThat(older.amountLeft).isEqualTo(20);
        assertThat(older.bonusLeft).isEqualTo(2);
        assertThat(older.drawn).isEqualTo(new Drawn(90, 9, 110, 10, 1, 12));
    }

    @Test
    void lotsThatGaveNothingGetNothingBack() {
        Lot paid = value(1, CARD, 0, 0, new Drawn(90, 9, 99, 0, 0, 0));
        Lot toppedUpLater = value(2, CARD, 500, 50);
        var shelf = new LotShelf(List.of(paid, toppedUpLater));
        shelf.giveBackValue(CARD, 99);
        assertThat(shelf.draws()).containsExactly(new Draw(1, -90, -9, -99));
        assertThat(toppedUpLater.amountLeft).isEqualTo(500);
    }

    @Test
    void partRefundsGiveBackWhatOneFullRefundWould() {
        Lot lot = value(1, CARD, 0, 0, new Drawn(100, 30, 150, 33, 10, 50));
        var shelf = new LotShelf(List.of(lot));

        assertThat(shelf.giveBackValue(CARD, 50)).isEqualTo(39);
        assertThat(shelf.giveBackValue(CARD, 37)).isEqualTo(28);

        assertThat(shelf.draws()).containsExactly(new Draw(1, -39, -11, -57), new Draw(1, -28, -9, -43));
        assertThat(lot.drawn).isEqualTo(new Drawn(100, 30, 150, 100, 30, 150));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> shelf.giveBackValue(CARD, 1));
    }

    @Test
    void pointsAreUsableFromTheirFirstToTheirLastDay() {
        var shelf = new LotShelf(List.of(points(1, 4, TODAY), points(2, 8, TODAY.minusDays(1)), points(3, 16, null)));
        assertThat(shelf.usablePoints(CARD, TODAY)).isEqualTo(20);
        assertThat(shelf.usablePoints(CARD, TODAY.minusDays(1))).isZero();
        assertThat(shelf.usablePoints(CARD, TODAY.plusDays(1))).isEqualTo(16);
        assertThat(shelf.usablePoints(OTHER_CARD, TODAY)).isZero();
    }

    @Test
    void ofPointsThatEndOnOneDayTheOlderGoFirst() {
        Lot older = points(1, 4, TODAY);
        Lot newer = points(2, 4, TODAY);
        var shelf = new LotShelf(List.of(newer, points(3, 0, TODAY), older, points(4, 9, null)));

        shelf.spendPoints(CARD, 5, TODAY);

        assertThat(shelf.draws()).containsExactly(new Draw(1, 4, 0, 0), new Draw(2, 1, 0, 0));
        assertThat(older.amountLeft).isZero();
        assertThat(newer.amountLeft).isEqualTo(3);
    }

    @Test
    void withoutARefundedPostingPointsAreTakenAsIfSpent() {
        var shelf = new LotShelf(List.of(points(1, 4, null), points(2, 4, TODAY)));
        shelf.clawBackPoints(CARD, 5, null);
        assertThat(shelf.draws()).containsExactly(new Draw(2, 4, 0, 0), new Draw(1, 1, 0, 0));
    }

    @Test
    void onlyPointsThatWereSpentComeBack() {
        Lot lot = points(1, 0, null);
        lot.drawn = new Drawn(10, 0, 0, 3, 0, 0);
        var shelf = new LotShelf(List.of(lot));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> shelf.giveBackPoints(CARD, 8, TODAY));
        assertThat(shelf.giveBackPoints(CARD, 7, TODAY)).isZero();
        assertThat(shelf.draws()).containsExactly(new Draw(1, -7, 0, 0));
        assertThat(lot.amountLeft).isEqualTo(7);
    }

    @Test
    void pointsOfALotThatHasEndedComeBackAndLeaveItAgain() {
        Lot ended = points(1, 2, TODAY.minusDays(1));
        ended.drawn = new Drawn(50, 0, 0, 10, 0, 0);
        Lot lastDay = points(2, 0, TODAY);
        lastDay.drawn = new Drawn(30, 0, 0, 0, 0, 0);
        var shelf = new LotShelf(List.of(ended, lastDay));

        assertThat(shelf.giveBackPoints(CARD, 45, TODAY)).isEqualTo(15);

        assertThat(shelf.draws())
                .containsExactly(new Draw(2, -30, 0, 0), new Draw(1, -15, 0, 0), new Draw(1, 15, 0, 0));
        assertThat(ended.amountLeft).isEqualTo(2);
        assertThat(shelf.giveBackPoints(CARD, 25, TODAY)).isEqualTo(25);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> shelf.giveBackPoints(CARD, 1, TODAY));
    }

    @Test
    void endedPointsGoTogetherAndAreCounted() {
        Lot ended = points(1, 5, TODAY.minusDays(1));
        var shelf = new LotShelf(List.of(ended, points(2, 6, TODAY.minusDays(9)), points(3, 7, TODAY)));
        assertThat(shelf.expirePoints(CARD, TODAY)).isEqualTo(11);
        assertThat(ended.amountLeft).isZero();
        assertThat(shelf.expirePoints(CARD, TODAY)).isZero();
    }

    private static Lot value(long id, long accountId, long principal, long bonus) {
        return value(id, accountId, principal, bonus, Drawn.NOTHING);
    }

    private static Lot value(long id, long accountId, long principal, long bonus, Drawn drawn) {
        return new Lot(id, 30, accountId, principal, bonus, TODAY, null, drawn);
    }

    private static Lot points(long id, long left, @Nullable LocalDate expiresOn) {
        return new Lot(id, 30, CARD, left, 0, TODAY, expiresOn, Drawn.NOTHING);
    }
}
