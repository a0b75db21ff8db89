package com.regulars.settlement.refund;

import com.regulars.card.CardsInUse;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Posted;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.refund.RefundBasis.Tender;
import com.regulars.settlement.settle.BillPosting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a refund moves back, as {@link RefundReckoning} reckoned it: the mirror of {@link BillPosting}. */
final class RefundPosting {

    private final RefundBasis basis;
    private final RefundReckoning reckoning;
    private final String reason;
    private final CardsInUse cards;
    private final List<Movement> movements = new ArrayList<>();

    RefundPosting(RefundBasis basis, RefundReckoning reckoning, String reason, CardsInUse cards) {
        this.basis = basis;
        this.reckoning = reckoning;
        this.reason = reason;
        this.cards = cards;
        basis.tenders().stream().filter(tender -> reckoning.backTo(tender) > 0).forEach(this::giveBack);
        if (basis.cardId() != null) {
            points(basis.cardId());
        }
        house(AccountKind.ROUNDING, -reckoning.roundingMinor());
        house(AccountKind.POINTS_EXPENSE, reckoning.pointsWorthMinor());
        house(AccountKind.SALES, -(reckoning.refundMinor() - reckoning.roundingMinor() + reckoning.pointsWorthMinor()));
    }

    /** The cards a refund moves. */
    static List<Long> cardIds(RefundBasis basis, RefundReckoning reckoning) {
        List<Long> ids = new ArrayList<>();
        basis.tenders().stream()
                .filter(tender -> reckoning.backTo(tender) > 0)
                .map(Tender::cardId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        Long card = basis.cardId();
        if (card != null && reckoning.movesPoints()) {
            ids.add(card);
        }
        return ids;
    }

    boolean isEmpty() {
        return movements.isEmpty();
    }

    List<Movement> movements() {
        return movements;
    }

    private void giveBack(Tender tender) {
        long amount = reckoning.backTo(tender);
        Long cardId = tender.cardId();
        if (tender.type() == TenderType.STORED_VALUE && cardId != null) {
            movements.add(cards.giveBack(cardId, amount, basis.receiptNumber(), reason));
        } else {
            house(AccountKind.of(tender.type()), amount);
        }
    }

    private void points(long card) {
        if (reckoning.pointsReturned() > 0) {
            movements.add(cards.returnPoints(card, reckoning.pointsReturned(), basis.receiptNumber(), reason));
        }
        if (reckoning.pointsClawedBack() > 0) {
            movements.add(cards.clawBack(card, reckoning.pointsClawedBack(), basis.receiptNumber(), reason));
        }
    }

    private void house(AccountKind account, long amount) {
        if (amount != 0) {
            movements.add(new House(account, amount));
        }
    }

    PostedRefund posted(Posted posted) {
        List<Posted.Moved> returned = new ArrayList<>();
        long pointsReturned = 0;
        long pointsClawedBack = 0;
        for (int i = 0; i < movements.size(); i++) {
            Posted.Moved moved = posted.moved().get(i);
            switch (movements.get(i)) {
                case GiveBackValue back -> returned.add(moved);
                case GiveBackPoints back -> pointsReturned = moved.amount();
                case ClawBackPoints claw -> pointsClawedBack = moved.amount();
                default -> {}
            }
        }
        return new PostedRefund(posted.id(), returned, pointsReturned, pointsClawedBack, holders());
    }

    private Map<Long, Long> holders() {
        return Stream.concat(basis.tenders().stream().map(Tender::cardId), Stream.ofNullable(basis.cardId()))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(card -> card, cards::holderNow));
    }

    /**
     * A refund in the books.
     *
     * @param id null when it moved nothing
     * @param returned what each return of stored value did, in the order of the tenders
     * @param holders which card holds by now what a card of the bill held
     * @param pointsClawedBack down to zero at most; what could not be taken is in the audit log
     */
    record PostedRefund(
            @Nullable Long id,
            List<Posted.Moved> returned,
            long pointsReturned,
            long pointsClawedBack,
            Map<Long, Long> holders) {

        static final PostedRefund NOTHING = new PostedRefund(null, List.of(), 0, 0, Map.of());

        /** The card that took what one of the bill's cards was to get. */
        long holderNow(long cardId) {
            return holders.getOrDefault(cardId, cardId);
        }
    }
}
