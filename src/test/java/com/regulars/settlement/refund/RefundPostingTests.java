package com.regulars.settlement.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardsInUseExamples;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Posted;
import com.regulars.ledger.Posted.Moved;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.refund.RefundBasis.Tender;
import com.regulars.settlement.refund.RefundPosting.PostedRefund;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The movements of a refund, the mirror of the bill's. */
class RefundPostingTests {

    private static final RefundReckoning WITH_ALL = reckoning(1_000, -5, 150, 150, 70, 400, 600);

    @Test
    void aRefundMovesTendersPointsExpensesAndSalesBack() {
        assertThat(posting(7L, WITH_ALL).movements())
                .containsExactly(
                        new GiveBackValue(7, 400, "card.explain.refunded|tmain-1-000017|m400|t退菜"),
                        new House(AccountKind.CASH, 600),
                        new GiveBackPoints(7, 150, "card.explain.pointsReturned|tmain-1-000017|n150|t退菜"),
                        new ClawBackPoints(7, 70, "card.explain.pointsClawedBack|tmain-1-000017|n70|t退菜"),
                        new House(AccountKind.ROUNDING, 5),
                        new House(AccountKind.POINTS_EXPENSE, 150),
                        new House(AccountKind.SALES, -1_155));
    }

    @Test
    void tendersThatGetNothingBackAreLeftOut() {
        assertThat(posting(7L, reckoning(1, 0, 0, 0, 0, 0, 1)).movements())
                .containsExactly(new House(AccountKind.CASH, 1), new House(AccountKind.SALES, -1));
        assertThat(posting(7L, reckoning(1, 0, 0, 0, 0, 1, 0)).movements())
                .containsExactly(
                        new GiveBackValue(7, 1, "card.explain.refunded|tmain-1-000017|m1|t退菜"),
                        new House(AccountKind.SALES, -1));
    }

    @Test
    void withoutACardOfTheBillNoPointsMove() {
        assertThat(posting(null, WITH_ALL).movements())
                .noneMatch(GiveBackPoints.class::isInstance)
                .noneMatch(ClawBackPoints.class::isInstance);
    }

    @Test
    void aSinglePointMovesToo() {
        assertThat(posting(7L, reckoning(0, 0, 1, 1, 0, 0, 0)).movements())
                .containsExactly(
                        new GiveBackPoints(7, 1, "card.explain.pointsReturned|tmain-1-000017|n1|t退菜"),
                        new House(AccountKind.POINTS_EXPENSE, 1),
                        new House(AccountKind.SALES, -1));
        assertThat(posting(7L, reckoning(0, 0, 0, 0, 1, 0, 0)).movements())
                .containsExactly(new ClawBackPoints(7, 1, "card.explain.pointsClawedBack|tmain-1-000017|n1|t退菜"));
    }

    @Test
    void aRefundOfNothingMovesNothing() {
        assertThat(posting(7L, reckoning(0, 0, 0, 0, 0, 0, 0)).isEmpty()).isTrue();
        assertThat(posting(7L, WITH_ALL).isEmpty()).isFalse();
    }

    @Test
    void onlyCardsThatAreMovedTakePart() {
        assertThat(RefundPosting.cardIds(basis(8L), WITH_ALL)).containsExactly(7L, 8L);
        assertThat(RefundPosting.cardIds(basis(null), WITH_ALL)).containsExactly(7L);
        assertThat(RefundPosting.cardIds(basis(8L), reckoning(600, 0, 0, 0, 0, 0, 600)))
                .isEmpty();
        assertThat(RefundPosting.cardIds(basis(8L), reckoning(600, 0, 0, 0, 1, 0, 600)))
                .containsExactly(8L);
    }

    @Test
    void whatTheLedgerDidIsToldApartByTheMovements() {
        var back = new Moved(300, 100, 1_000, 1_400);
        var returned = new Moved(150, 0, 20, 170);
        var clawedBack = new Moved(60, 0, 170, 110);
        var house = new Moved(1, 0, 0, 0);
        var posted = new Posted(99, List.of(back, house, returned, clawedBack, house, house, house));
        assertThat(posting(7L, WITH_ALL).posted(posted))
                .isEqualTo(new PostedRefund(99L, List.of(back), 150, 60, Map.of(7L, 7L)));
    }

    private static RefundPosting posting(@Nullable Long cardId, RefundReckoning reckoning) {
        return new RefundPosting(basis(cardId), reckoning, "退菜", CardsInUseExamples.combined(7));
    }

    private static RefundBasis basis(@Nullable Long cardId) {
        return new RefundBasis(
                1,
                1,
                "main-1-000017",
                40L,
                null,
                cardId,
                null,
                1_000,
                -5,
                0,
                150,
                0,
                150,
                0,
                70,
                0,
                0,
                false,
                List.of(),
                List.of(
                        new Tender(0, TenderType.STORED_VALUE, 7L, 400, 0),
                        new Tender(1, TenderType.CASH, null, 600, 0)));
    }

    private static RefundReckoning reckoning(
            long refund, long rounding, long pointsWorth, long returned, long clawedBack, long toCard, long inCash) {
        return new RefundReckoning(
                refund, rounding, pointsWorth, returned, clawedBack, false, List.of(toCard, inCash), List.of());
    }
}
