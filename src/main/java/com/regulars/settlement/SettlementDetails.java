package com.regulars.settlement;

import com.regulars.settlement.refund.RefundedBill;
import java.util.List;

/**
 * A settled bill with what became of it.
 *
 * @param refundedMinor what has been given back in all
 * @param refundedWhole true when nothing can be given back any more
 * @param refundedQuantities pieces given back, per line
 * @param receiptsPrinted how often its receipt went to a printer
 */
public record SettlementDetails(
        SettledBill bill,
        long refundedMinor,
        boolean refundedWhole,
        List<Long> refundedQuantities,
        int receiptsPrinted,
        List<RefundedBill> refunds) {

    public SettlementDetails {
        refundedQuantities = List.copyOf(refundedQuantities);
        refunds = List.copyOf(refunds);
    }

    public long leftMinor() {
        return bill.payableMinor() - refundedMinor;
    }

    /** Pieces of a line that can still be given back. */
    public long leftOf(int line) {
        return bill.quote().lines().get(line).quantity() - refundedQuantities.get(line);
    }
}
