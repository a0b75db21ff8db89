package com.regulars.settlement.settle;

import com.regulars.ledger.TenderType;
import org.jspecify.annotations.Nullable;

/**
 * One means of payment handed over for a bill.
 *
 * @param amountMinor what was handed over; cash may be more than is due, the rest is change
 * @param cardNumber the card stored value comes from; null means the card of the bill
 */
public record BillTender(
        TenderType type,
        long amountMinor,
        @Nullable String cardNumber,
        @Nullable String pin) {

    public static BillTender of(TenderType type, long amountMinor) {
        return new BillTender(type, amountMinor, null, null);
    }

    @Override
    public String toString() {
        return "BillTender[" + type + ", " + amountMinor + "]";
    }
}
