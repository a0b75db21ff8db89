package com.regulars.card;

import com.regulars.ledger.TenderType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money side of one settled bill: what stored value and other tenders paid, and the points it moves.
 *
 * @param reference what the posting is called on statements, for example the receipt or bill number
 * @param payableMinor what was paid, the sum of all payments
 * @param roundingMinor signed; part of {@code payableMinor}
 * @param points null when the bill moves no points
 */
public record BillCards(
        String reference,
        long venueId,
        LocalDate businessDate,
        @Nullable Long shiftId,
        long payableMinor,
        long roundingMinor,
        List<StoredValuePayment> storedValue,
        List<TenderTaken> otherTenders,
        @Nullable PointsMovement points) {

    public BillCards {
        storedValue = List.copyOf(storedValue);
        otherTenders = List.copyOf(otherTenders);
    }

    /**
     * One card's part of the payment.
     *
     * @param listMinor list value this payment consumed, kept with the lots it is drawn from
     */
    public record StoredValuePayment(
            long cardId,
            long amountMinor,
            long listMinor,
            @Nullable String pin) {

        @Override
        public String toString() {
            return "StoredValuePayment[cardId=" + cardId + ", amountMinor=" + amountMinor + "]";
        }
    }

    /** What another means of payment paid. */
    public record TenderTaken(TenderType type, long amountMinor) {}

    /**
     * Points redeemed and earned by the bill.
     *
     * @param redeemWorthMinor what the redeemed points took off the bill
     * @param earnExplanation rule, base, factor and rounding in words, for the statement
     */
    public record PointsMovement(
            long cardId, long redeemPoints, long redeemWorthMinor, long earnPoints, String earnExplanation) {}
}
