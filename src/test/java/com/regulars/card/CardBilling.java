package com.regulars.card;

import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.CardDesk.PinCheck;
import com.regulars.card.RefundCards.PointsBack;
import com.regulars.card.RefundCards.StoredValueBack;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.Posted;
import com.regulars.ledger.PostingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Bills given in plain figures, so that cards can be tried without a settlement above them. */
@TestComponent
@Transactional(propagation = Propagation.MANDATORY)
class CardBilling {

    private final CardDesk desk;
    private final Ledger ledger;

    CardBilling(CardDesk desk, Ledger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    public BilledCards bill(BillCards bill) {
        var inUse = desk.take(Stream.concat(
                        bill.storedValue().stream().map(StoredValuePayment::cardId),
                        Stream.ofNullable(bill.points()).map(PointsMovement::cardId))
                .toList());
        inUse.requireUsable();
        desk.requirePins(
                inUse,
                bill.storedValue().stream()
                        .map(payment -> new PinCheck(payment.cardId(), payment.amountMinor(), payment.pin()))
                        .toList());
        List<Movement> movements = new ArrayList<>();
        List<Long> drawnFrom = new ArrayList<>();
        bill.storedValue().stream().filter(payment -> payment.amountMinor() > 0).forEach(payment -> {
            movements.add(inUse.pay(payment.cardId(), payment.amountMinor(), payment.listMinor(), bill.reference()));
            drawnFrom.add(payment.cardId());
        });
        PointsMovement points = bill.points();
        long worth = points == null ? 0 : points.redeemWorthMinor();
        if (points != null && points.redeemPoints() > 0) {
            movements.add(inUse.redeem(points.cardId(), points.redeemPoints(), worth, bill.reference()));
        }
        if (points != null && points.earnPoints() > 0) {
            movements.add(inUse.earn(
                    points.cardId(),
                    points.earnPoints(),
                    bill.payableMinor(),
                    bill.businessDate(),
                    bill.reference(),
                    points.earnExplanation()));
        }
        int ofCards = movements.size();
        house(movements, bill.otherTenders(), -1);
        house(movements, AccountKind.POINTS_EXPENSE, -worth);
        house(movements, AccountKind.ROUNDING, bill.roundingMinor());
        house(movements, AccountKind.SALES, bill.payableMinor() - bill.roundingMinor() + worth);
        if (movements.isEmpty()) {
            return new BilledCards(0, List.of(), 0, 0);
        }
        Posted posted = ledger.post(
                posting(PostingKind.BILL, bill.reference(), bill.venueId(), bill.businessDate(), null, movements),
                inUse.accounts());
        List<StoredValueDrawn> drawn = drawn(drawnFrom, posted);
        List<Posted.Moved> pointsMoved = posted.moved().subList(drawn.size(), ofCards);
        return new BilledCards(
                posted.id(),
                drawn,
                pointsMoved.isEmpty() ? 0 : pointsMoved.getFirst().balanceBefore(),
                pointsMoved.isEmpty() ? 0 : pointsMoved.getLast().balanceAfter());
    }

    /** Points that return are worth one minor unit each here. */
    public RefundedCards refund(RefundCards refund) {
        PointsBack points = refund.points();
        var inUse = desk.takeForRefund(Stream.concat(
                        refund.storedValue().stream().map(StoredValueBack::cardId),
                        Stream.ofNullable(points).map(PointsBack::cardId))
                .toList());
        List<Movement> movements = new ArrayList<>();
        List<Long> returnedTo = new ArrayList<>();
        refund.storedValue().stream().filter(back -> back.amountMinor() > 0).forEach(back -> {
            movements.add(inUse.giveBack(back.cardId(), back.amountMinor(), refund.reference(), refund.reason()));
            returnedTo.add(back.cardId());
        });
        long worth = points == null ? 0 : points.returnPoints();
        int returnedAt = worth > 0 ? movements.size() : -1;
        if (points != null && worth > 0) {
            movements.add(inUse.returnPoints(points.cardId(), worth, refund.reference(), refund.reason()));
        }
        int clawedAt = points != null && points.clawBackPoints() > 0 ? movements.size() : -1;
        if (points != null && clawedAt >= 0) {
            movements.add(
                    inUse.clawBack(points.cardId(), points.clawBackPoints(), refund.reference(), refund.reason()));
        }
        house(movements, refund.otherTenders(), 1);
        house(movements, AccountKind.POINTS_EXPENSE, worth);
        long money = refund.storedValue().stream()
                        .mapToLong(StoredValueBack::amountMinor)
                        .sum()
                + refund.otherTenders().stream()
                        .mapToLong(TenderTaken::amountMinor)
                        .sum();
        house(movements, AccountKind.SALES, -(money + worth));
        if (movements.isEmpty()) {
            return new RefundedCards(0, List.of(), 0, 0);
        }
        Posted posted = ledger.post(
                posting(
                        PostingKind.BILL_REFUND,
                        refund.reference(),
                        refund.venueId(),
                        refund.businessDate(),
                        refund.originalPostingId(),
                        movements),
                inUse.accounts());
        return new RefundedCards(
                posted.id(),
                drawn(returnedTo, posted),
                returnedAt < 0 ? 0 : posted.moved().get(returnedAt).amount(),
                clawedAt < 0 ? 0 : posted.moved().get(clawedAt).amount());
    }

    private static List<StoredValueDrawn> drawn(List<Long> cards, Posted posted) {
        List<StoredValueDrawn> drawn = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            drawn.add(StoredValueDrawn.of(cards.get(i), posted.moved().get(i)));
        }
        return drawn;
    }

    private static NewPosting posting(
            PostingKind kind,
            String reference,
            long venueId,
            java.time.LocalDate date,
            @org.jspecify.annotations.Nullable Long refunds,
            List<Movement> movements) {
        return new NewPosting(kind, reference, venueId, date, null, refunds, movements);
    }

    private static void house(List<Movement> movements, List<TenderTaken> tenders, int sign) {
        tenders.forEach(tender -> house(movements, AccountKind.of(tender.type()), sign * tender.amountMinor()));
    }

    private static void house(List<Movement> movements, AccountKind account, long amount) {
        if (amount != 0) {
            movements.add(new House(account, amount));
        }
    }
}
