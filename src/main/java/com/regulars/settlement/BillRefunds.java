package com.regulars.settlement;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.CardBilling;
import com.regulars.card.Cards;
import com.regulars.card.RefundCards;
import com.regulars.card.RefundCards.PointsBack;
import com.regulars.card.RefundCards.StoredValueBack;
import com.regulars.card.RefundedCards;
import com.regulars.ledger.TenderType;
import com.regulars.request.Answer;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.settlement.RefundBasis.Tender;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venues;
import com.regulars.visit.VisitBook;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Gives money of a settled bill back to the tenders it came from, takes earned points again and returns spent ones, and
 * corrects the visit. Never more than was paid.
 */
@Service
@RequiredArgsConstructor
public class BillRefunds {

    private final IdempotentRequests requests;
    private final RefundRecords records;
    private final CardBilling billing;
    private final Cards cards;
    private final Shifts shifts;
    private final Venues venues;
    private final VisitBook visits;
    private final ApplicationEventPublisher events;

    /**
     * Refunds once per key; a repeated request gets the first answer.
     *
     * @throws NotFoundException when there is no such bill in a venue of the actor
     * @throws RefusedException {@code REFUND_TOO_LARGE}
     */
    @Requires(Permission.BILL_REFUND)
    public Answer<RefundedBill> refund(RefundBill command, IdempotencyKey key) {
        return requests.once("refund", key.value(), command, RefundedBill.class, () -> refund(command));
    }

    private RefundedBill refund(RefundBill command) {
        RefundBasis basis = records.lock(command.settlementId());
        RefundReckoning reckoning = RefundReckoning.of(basis, command);
        Shift shift = shifts.forMoney(basis.venueId(), command.shiftId());
        RefundedCards moved = payBack(command, basis, reckoning, shift);
        var back = RefundRecords.back(
                basis,
                reckoning,
                moved == null ? List.of() : moved.returned(),
                cardId -> cards.get(cardId).number());
        var today = venues.businessDate(venues.get(basis.venueId()));
        RefundedBill refund = records.write(command, basis, reckoning, shift, today, moved, back);
        correctVisit(basis, reckoning);
        events.publishEvent(new BillRefunded(
                refund.id(),
                basis.settlementId(),
                basis.venueId(),
                basis.customerId(),
                refund.refundMinor(),
                reckoning.whole()));
        return refund;
    }

    private @Nullable RefundedCards payBack(
            RefundBill command, RefundBasis basis, RefundReckoning reckoning, Shift shift) {
        Long postingId = basis.postingId();
        PointsBack points = pointsBack(basis, reckoning);
        if (postingId == null || (reckoning.refundMinor() == 0 && points == null)) {
            return null;
        }
        return billing.refund(new RefundCards(
                postingId,
                basis.receiptNumber(),
                venues.businessDate(venues.get(basis.venueId())),
                shift.id(),
                command.reason(),
                paying(basis, reckoning)
                        .filter(tender -> tender.type() == TenderType.STORED_VALUE)
                        .map(tender -> new StoredValueBack(
                                Objects.requireNonNull(tender.cardId()),
                                reckoning.tenderMinor().get(tender.tender())))
                        .toList(),
                paying(basis, reckoning)
                        .filter(tender -> tender.type() != TenderType.STORED_VALUE)
                        .map(tender -> new TenderTaken(
                                tender.type(), reckoning.tenderMinor().get(tender.tender())))
                        .toList(),
                points));
    }

    private static Stream<Tender> paying(RefundBasis basis, RefundReckoning reckoning) {
        return basis.tenders().stream().filter(tender -> reckoning.tenderMinor().get(tender.tender()) > 0);
    }

    private static @Nullable PointsBack pointsBack(RefundBasis basis, RefundReckoning reckoning) {
        Long cardId = basis.cardId();
        return cardId == null || (reckoning.pointsReturned() == 0 && reckoning.pointsClawedBack() == 0)
                ? null
                : new PointsBack(cardId, reckoning.pointsReturned(), reckoning.pointsClawedBack());
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
