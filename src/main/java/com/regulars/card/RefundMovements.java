package com.regulars.card;

import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.Explained.Amount;
import com.regulars.card.RefundCards.PointsBack;
import com.regulars.card.RefundCards.StoredValueBack;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger.HouseTotals;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Posted;
import com.regulars.shared.RefusedException;
import com.regulars.shared.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a refund moves back. Rounding and the worth of redeemed points come back in proportion to all that has been
 * refunded by now, less what came back before, so that part refunds end exactly where one full refund would.
 */
final class RefundMovements {

    private final RefundCards refund;
    private final HouseTotals totals;
    private final List<Movement> movements = new ArrayList<>();

    RefundMovements(RefundCards refund, HouseTotals totals) {
        this.refund = refund;
        this.totals = totals;
        requireNotTooLarge();
        refund.storedValue().stream()
                .filter(back -> back.amountMinor() != 0)
                .map(back -> new GiveBackValue(
                        back.cardId(), back.amountMinor(), explained("refunded", new Amount(back.amountMinor()))))
                .forEach(movements::add);
        long worth = pointsWorthBack();
        if (refund.points() != null) {
            points(refund.points());
        }
        house(worth);
    }

    boolean isEmpty() {
        return movements.isEmpty();
    }

    List<Movement> all() {
        return movements;
    }

    List<Long> cardIds() {
        return Stream.concat(
                        refund.storedValue().stream().map(StoredValueBack::cardId),
                        Stream.ofNullable(refund.points()).map(PointsBack::cardId))
                .distinct()
                .toList();
    }

    private void requireNotTooLarge() {
        boolean tooMuchPaid = moneyBackByNow() > payable();
        boolean tooManyPoints = pointsBackByNow() > totals.posted(AccountKind.POINTS_REDEEMED);
        if (tooMuchPaid || tooManyPoints || refund.otherTenders().stream().anyMatch(this::isTooLarge)) {
            throw new RefusedException("REFUND_TOO_LARGE");
        }
    }

    private boolean isTooLarge(TenderTaken back) {
        AccountKind account = AccountKind.of(back.type());
        return back.amountMinor() + totals.refunded(account) > -totals.posted(account);
    }

    private void points(PointsBack points) {
        if (points.returnPoints() > 0) {
            movements.add(new GiveBackPoints(
                    points.cardId(), points.returnPoints(), explained("pointsReturned", points.returnPoints())));
        }
        if (points.clawBackPoints() > 0) {
            movements.add(new ClawBackPoints(
                    points.cardId(), points.clawBackPoints(), explained("pointsClawedBack", points.clawBackPoints())));
        }
    }

    private String explained(String key, Object amount) {
        return Explained.as(key, refund.reference(), amount, refund.reason());
    }

    private void house(long worth) {
        refund.otherTenders().forEach(back -> house(AccountKind.of(back.type()), back.amountMinor()));
        long rounding = roundingBack();
        house(AccountKind.ROUNDING, -rounding);
        house(AccountKind.POINTS_EXPENSE, worth);
        house(AccountKind.SALES, -(moneyBack() - rounding + worth));
    }

    private void house(AccountKind account, long amount) {
        if (amount != 0) {
            movements.add(new House(account, amount));
        }
    }

    private long moneyBack() {
        return refund.storedValue().stream()
                        .mapToLong(StoredValueBack::amountMinor)
                        .sum()
                + refund.otherTenders().stream()
                        .mapToLong(TenderTaken::amountMinor)
                        .sum();
    }

    /** What the bill cost: sales and rounding less what points paid. */
    private long payable() {
        return totals.posted(AccountKind.SALES)
                + totals.posted(AccountKind.ROUNDING)
                + totals.posted(AccountKind.POINTS_EXPENSE);
    }

    private long moneyBackByNow() {
        return moneyBack()
                - totals.refunded(AccountKind.SALES)
                - totals.refunded(AccountKind.ROUNDING)
                - totals.refunded(AccountKind.POINTS_EXPENSE);
    }

    private long pointsBackByNow() {
        return (refund.points() == null ? 0 : refund.points().returnPoints())
                - totals.refunded(AccountKind.POINTS_REDEEMED);
    }

    private long roundingBack() {
        long rounding = totals.posted(AccountKind.ROUNDING);
        long byNow = Long.signum(rounding) * Shares.proportion(Math.absExact(rounding), moneyBackByNow(), payable());
        return byNow + totals.refunded(AccountKind.ROUNDING);
    }

    private long pointsWorthBack() {
        long worth = -totals.posted(AccountKind.POINTS_EXPENSE);
        long byNow = Shares.proportion(worth, pointsBackByNow(), totals.posted(AccountKind.POINTS_REDEEMED));
        return byNow - totals.refunded(AccountKind.POINTS_EXPENSE);
    }

    RefundedCards result(Posted posted) {
        List<StoredValueDrawn> returned = new ArrayList<>();
        long pointsReturned = 0;
        long pointsClawedBack = 0;
        for (int i = 0; i < movements.size(); i++) {
            Posted.Moved moved = posted.moved().get(i);
            Movement movement = movements.get(i);
            if (movement instanceof GiveBackValue back) {
                returned.add(StoredValueDrawn.of(back.holderId(), moved));
            } else if (movement instanceof GiveBackPoints) {
                pointsReturned = moved.amount();
            } else if (movement instanceof ClawBackPoints) {
                pointsClawedBack = moved.amount();
            }
        }
        return new RefundedCards(posted.id(), returned, pointsReturned, pointsClawedBack);
    }
}
