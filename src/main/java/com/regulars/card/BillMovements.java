package com.regulars.card;

import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.Explained.Amount;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.AddPoints;
import com.regulars.ledger.Movement.DrawValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Movement.SpendPoints;
import com.regulars.ledger.Posted;
import com.regulars.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bill moves: stored value and tenders on one side, sales and rounding on the other. Points that were redeemed
 * are an expense that stands beside the sales they paid for.
 */
final class BillMovements {

    private final BillCards bill;
    private final Map<Long, CardAtTill> cards;
    private final List<Movement> movements = new ArrayList<>();

    BillMovements(BillCards bill, Map<Long, CardAtTill> cards) {
        this.bill = bill;
        this.cards = cards;
        bill.storedValue().stream()
                .filter(payment -> payment.amountMinor() != 0)
                .map(this::draw)
                .forEach(movements::add);
        points(bill.points());
        house();
    }

    boolean isEmpty() {
        return movements.isEmpty();
    }

    List<Movement> all() {
        return movements;
    }

    private Movement draw(StoredValuePayment payment) {
        CardAtTill card = card(payment.cardId());
        if (card.spendOrder() == null) {
            throw new RefusedException("INSUFFICIENT_BALANCE");
        }
        return new DrawValue(
                card.id(),
                payment.amountMinor(),
                payment.listMinor(),
                card.spendOrder(),
                Explained.as("paid", bill.reference(), new Amount(payment.amountMinor())));
    }

    private void points(@Nullable PointsMovement points) {
        if (points == null) {
            return;
        }
        CardAtTill card = card(points.cardId());
        if (points.redeemPoints() > 0) {
            if (card.points() == null) {
                throw new RefusedException("POINTS_NOT_ENOUGH");
            }
            movements.add(new SpendPoints(
                    card.id(),
                    points.redeemPoints(),
                    Explained.as(
                            "redeemed",
                            bill.reference(),
                            points.redeemPoints(),
                            new Amount(points.redeemWorthMinor()))));
        }
        if (points.earnPoints() > 0) {
            movements.add(new AddPoints(
                    card.id(),
                    points.earnPoints(),
                    bill.businessDate(),
                    card.pointsExpireOn(bill.businessDate()),
                    earned(card, points)));
        }
    }

    /** Rule, base, factor and rounding, as long as the bill's own sum explains the points; else what the bill says. */
    private String earned(CardAtTill card, PointsMovement points) {
        PointsTerms terms = card.points();
        if (terms == null || terms.earnedOn(bill.payableMinor()) != points.earnPoints()) {
            return points.earnExplanation();
        }
        return Explained.as(
                "earned",
                bill.reference(),
                new Amount(bill.payableMinor()),
                new Amount(terms.earnPerMinor()),
                terms.earnPoints(),
                points.earnPoints());
    }

    private void house() {
        for (TenderTaken tender : bill.otherTenders()) {
            house(AccountKind.of(tender.type()), -tender.amountMinor());
        }
        long worth = bill.points() == null ? 0 : bill.points().redeemWorthMinor();
        house(AccountKind.POINTS_EXPENSE, -worth);
        house(AccountKind.ROUNDING, bill.roundingMinor());
        house(AccountKind.SALES, bill.payableMinor() - bill.roundingMinor() + worth);
    }

    private void house(AccountKind account, long amount) {
        if (amount != 0) {
            movements.add(new House(account, amount));
        }
    }

    private CardAtTill card(long id) {
        CardAtTill card = cards.get(id);
        if (card == null) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
        return card;
    }

    BilledCards result(Posted posted) {
        List<StoredValueDrawn> drawn = new ArrayList<>();
        List<Posted.Moved> points = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            Posted.Moved moved = posted.moved().get(i);
            Movement movement = movements.get(i);
            if (movement instanceof DrawValue draw) {
                drawn.add(StoredValueDrawn.of(draw.holderId(), moved));
            } else if (!(movement instanceof House)) {
                points.add(moved);
            }
        }
        return points.isEmpty()
                ? new BilledCards(posted.id(), drawn, 0, 0)
                : new BilledCards(
                        posted.id(),
                        drawn,
                        points.getFirst().balanceBefore(),
                        points.getLast().balanceAfter());
    }
}
