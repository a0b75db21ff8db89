package com.regulars.settlement.refund;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.CardDesk;
import com.regulars.card.CardTurns;
import com.regulars.card.Cards;
import com.regulars.coupon.CouponDesk;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.PostingKind;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.request.Reply;
import com.regulars.settlement.refund.RefundPosting.PostedRefund;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venues;
import com.regulars.visit.VisitBook;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Gives money of a settled bill back to the tenders it came from, takes earned points again and returns spent ones, and
 * corrects the visit. Never more than was paid; a card that was replaced gets it on the one in its place. How much that is, is reckoned in {@link RefundReckoning} and nowhere
 * else; a frozen card takes its money back all the same.
 */
@Service
@RequiredArgsConstructor
public class BillRefunds {

    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final RefundRecords records;
    private final CardDesk cardDesk;
    private final CouponDesk coupons;
    private final Ledger ledger;
    private final Cards cards;
    private final Shifts shifts;
    private final Venues venues;
    private final VisitBook visits;

    /**
     * Refunds once per key; a repeated request gets the first answer, byte for byte.
     *
     * @param shown the body of the answer; it is made once and kept
     * @return the answer; its reference is the id of the refund
     * @throws NotFoundException when there is no such bill in a venue of the actor
     * @throws RefusedException {@code REFUND_TOO_LARGE}, {@code CARD_BUSY}
     */
    @Requires(Permission.BILL_REFUND)
    public Reply refund(RefundBill command, IdempotencyKey key, Function<RefundedBill, Object> shown) {
        return turns.inTurn(
                cardsOf(command),
                () -> requests.once("refund", key, command, claim -> {
                    RefundedBill refund = refund(command);
                    return Done.created(shown.apply(refund), refund.id());
                }));
    }

    private List<String> cardsOf(RefundBill command) {
        return records.cardIds(command.settlementId()).stream()
                .map(id -> cards.get(id).number())
                .toList();
    }

    private RefundedBill refund(RefundBill command) {
        RefundBasis basis = records.lock(command.settlementId());
        RefundReckoning reckoning = RefundReckoning.of(basis, command);
        Shift shift = shifts.forMoney(basis.venueId(), command.shiftId());
        LocalDate today = venues.businessDate(venues.get(basis.venueId()));
        PostedRefund posted = post(command, basis, reckoning, shift, today);
        var back = RefundRecords.back(
                basis, reckoning, posted, cardId -> cards.get(cardId).number());
        RefundedBill refund = records.write(command, basis, reckoning, shift, today, posted, back);
        correctVisit(basis, reckoning);
        if (reckoning.whole()) {
            coupons.giveBack(records.takeCoupons(basis.settlementId()));
        }
        return refund;
    }

    private PostedRefund post(
            RefundBill command, RefundBasis basis, RefundReckoning reckoning, Shift shift, LocalDate today) {
        Long original = basis.postingId();
        if (original == null) {
            return PostedRefund.NOTHING;
        }
        var inUse = cardDesk.takeForRefund(RefundPosting.cardIds(basis, reckoning));
        var posting = new RefundPosting(basis, reckoning, command.reason(), inUse);
        if (posting.isEmpty()) {
            return PostedRefund.NOTHING;
        }
        PostedRefund posted = posting.posted(ledger.post(
                new NewPosting(
                        PostingKind.BILL_REFUND,
                        basis.receiptNumber(),
                        basis.venueId(),
                        today,
                        shift.id(),
                        original,
                        posting.movements()),
                inUse.accounts()));
        noteShortfall(basis, reckoning, posted);
        return posted;
    }

    private void noteShortfall(RefundBasis basis, RefundReckoning reckoning, PostedRefund posted) {
        long missing = reckoning.pointsClawedBack() - posted.pointsClawedBack();
        if (basis.cardId() != null && missing > 0) {
            cardDesk.noteShortfall(posted.holderNow(basis.cardId()), missing, basis.receiptNumber());
        }
    }

    private void correctVisit(RefundBasis basis, RefundReckoning reckoning) {
        Long visitId = basis.visitId();
        if (visitId == null) {
            return;
        }
        if (reckoning.whole()) {
            visits.withdraw(visitId);
        } else {
            visits.changeSpend(visitId, basis.leftMinor() - reckoning.refundMinor());
        }
    }
}
