package com.regulars.settlement.refund;

import com.regulars.ledger.TenderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settled bill as far as refunds go: what was paid and moved, and how much of it has gone back already.
 *
 * @param visitBonusPoints what of {@code pointsEarned} rewarded coming often; only the whole bill takes it back
 */
record RefundBasis(
        long settlementId,
        long venueId,
        String receiptNumber,
        @Nullable Long postingId,
        @Nullable Long customerId,
        @Nullable Long cardId,
        @Nullable Long visitId,
        long payableMinor,
        long roundingMinor,
        long refundedMinor,
        long pointsMinor,
        long pointsWorthBackMinor,
        long pointsRedeemed,
        long pointsReturned,
        long pointsEarned,
        long visitBonusPoints,
        long pointsClawedBack,
        boolean refundedWhole,
        List<Line> lines,
        List<Tender> tenders) {

    long leftMinor() {
        return payableMinor - refundedMinor;
    }

    /** A line and how many of its pieces have gone back. */
    record Line(int line, long quantity, long refundedQuantity, long payableMinor, long pointsMinor) {}

    /** A tender, what it paid of the bill, and how much of that has gone back. */
    record Tender(int tender, TenderType type, @Nullable Long cardId, long paidMinor, long refundedMinor) {

        long leftMinor() {
            return paidMinor - refundedMinor;
        }
    }
}
