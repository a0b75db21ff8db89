package com.regulars.card;

import com.regulars.card.BillCards.TenderTaken;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money side of one refund of a settled bill, in full or in part.
 *
 * @param originalPostingId the posting of the bill
 * @param otherTenders what goes back by other means of payment, as positive amounts
 * @param points null when no points move
 */
public record RefundCards(
        long originalPostingId,
        long venueId,
        String reference,
        LocalDate businessDate,
        @Nullable Long shiftId,
        String reason,
        List<StoredValueBack> storedValue,
        List<TenderTaken> otherTenders,
        @Nullable PointsBack points) {

    public RefundCards {
        storedValue = List.copyOf(storedValue);
        otherTenders = List.copyOf(otherTenders);
    }

    /** Stored value that goes back to a card. */
    public record StoredValueBack(long cardId, long amountMinor) {}

    /** Points that go back to a card, and points it earned that are taken again. */
    public record PointsBack(long cardId, long returnPoints, long clawBackPoints) {}
}
