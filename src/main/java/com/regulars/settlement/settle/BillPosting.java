package com.regulars.settlement.settle;

import com.regulars.card.CardsInUse;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Posted;
import com.regulars.settlement.quote.CountedVisit;
import com.regulars.settlement.quote.PricedBill;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.ResolvedBill;
import com.regulars.settlement.settle.Tendered.Payment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bill moves: stored value and tenders on one side, sales and rounding on the other. Points that were redeemed
 * are an expense that stands beside the sales they paid for. The cards contribute their part, the rest is composed here.
 */
public final class BillPosting {

    private final PricedBill priced;
    private final Quote quote;
    private final String reference;
    private final @Nullable CardsInUse cards;
    private final List<Movement> movements = new ArrayList<>();

    /**
     * @param cards null when no card takes part
     * @param pointsCard the card that redeems and earns points, or null
     */
    BillPosting(
            String reference,
            ResolvedBill bill,
            Tendered tendered,
            PricedBill priced,
            @Nullable CardsInUse cards,
            @Nullable Long pointsCard,
            String earnExplanation) {
        this.priced = priced;
        this.quote = priced.quote();
        this.reference = reference;
        this.cards = cards;
        tendered.paying(priced).forEach(this::tender);
        if (cards != null && pointsCard != null) {
            points(cards, pointsCard, bill, earnExplanation);
        }
        house(AccountKind.POINTS_EXPENSE, -quote.pointsMinor());
        house(AccountKind.ROUNDING, quote.roundingMinor());
        house(AccountKind.SALES, quote.payableMinor() - quote.roundingMinor() + quote.pointsMinor());
    }

    boolean isEmpty() {
        return movements.isEmpty();
    }

    List<Movement> movements() {
        return movements;
    }

    LockedAccounts accounts() {
        return cards == null ? LockedAccounts.none() : cards.accounts();
    }

    private void tender(Payment payment) {
        Long cardId = payment.cardId();
        if (cards == null || cardId == null) {
            house(AccountKind.of(payment.tender().type()), -payment.netMinor());
        } else {
            movements.add(cards.pay(cardId, payment.netMinor(), payment.listMinor(), reference));
        }
    }

    private void points(CardsInUse inUse, long card, ResolvedBill bill, String earnExplanation) {
        if (quote.pointsRedeemed() > 0) {
            movements.add(inUse.redeem(card, quote.pointsRedeemed(), quote.pointsMinor(), reference));
        }
        long forAmount = quote.pointsToEarn() - quote.visitBonusPoints();
        if (forAmount > 0) {
            movements.add(
                    inUse.earn(card, forAmount, quote.payableMinor(), bill.businessDate(), reference, earnExplanation));
        }
        CountedVisit visit = priced.visit();
        if (quote.visitBonusPoints() > 0 && visit != null) {
            movements.add(inUse.earnForVisits(card, visit.rule(), bill.businessDate(), reference));
        }
    }

    private void house(AccountKind account, long amount) {
        if (amount != 0) {
            movements.add(new House(account, amount));
        }
    }

    /** What the ledger did, told apart by who contributed the movement. */
    PostedBill posted(Posted posted) {
        List<Posted.Moved> drawn = new ArrayList<>();
        List<Posted.Moved> points = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            switch (movements.get(i)) {
                case Movement.DrawValue draw -> drawn.add(posted.moved().get(i));
                case House house -> {}
                default -> points.add(posted.moved().get(i));
            }
        }
        return new PostedBill(
                posted.id(),
                drawn,
                points.isEmpty() ? null : points.getFirst().balanceBefore(),
                points.isEmpty() ? null : points.getLast().balanceAfter());
    }

    /**
     * A bill in the books.
     *
     * @param id null when it moved nothing
     * @param drawn what each payment by stored value did, in the order of the tenders
     * @param pointsBefore null when no points moved
     */
    record PostedBill(
            @Nullable Long id,
            List<Posted.Moved> drawn,
            @Nullable Long pointsBefore,
            @Nullable Long pointsAfter) {

        static final PostedBill NOTHING = new PostedBill(null, List.of(), null, null);
    }
}
