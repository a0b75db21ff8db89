package com.regulars.settlement.refund;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives money of a settled bill back: all that is left, an amount, or pieces of some lines.
 *
 * @param amountMinor null for all that is left, or when lines are named
 * @param lines empty unless pieces are given back
 * @param shiftId the shift that pays it out; null means the actor's open shift at the venue
 */
public record RefundBill(
        long settlementId,
        @Nullable Long amountMinor,
        List<RefundedLine> lines,
        String reason,
        @Nullable String shiftId) {

    public RefundBill {
        lines = List.copyOf(lines);
    }

    public static RefundBill whole(long settlementId, String reason) {
        return new RefundBill(settlementId, null, List.of(), reason, null);
    }

    /**
     * Pieces of one line.
     *
     * @param line index of the line, the first is 0
     */
    public record RefundedLine(int line, long quantity) {}
}
