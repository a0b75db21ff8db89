package com.regulars.settlement.till;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom the open bill is and how it is going to be paid; nobody in particular pays cash.
 *
 * @param balancePartMinor what of a mixed payment comes from the card; 0 for none
 * @param coupons codes of the coupons to take in, in this order
 */
record PayingGuest(
        @Nullable Long customerId,
        @Nullable String cardNumber,
        Payment payment,
        long balancePartMinor,
        boolean usePoints,
        List<String> coupons) {

    PayingGuest {
        coupons = List.copyOf(coupons);
    }

    static final PayingGuest WALK_IN = new PayingGuest(null, null, Payment.CASH, 0, false, List.of());

    /** A guest who was just found pays from the card that was shown. */
    static PayingGuest found(@Nullable Long customerId, @Nullable String cardNumber) {
        Payment first = cardNumber == null ? Payment.CASH : Payment.BALANCE;
        return new PayingGuest(customerId, cardNumber, first, 0, false, List.of());
    }

    boolean isSomebody() {
        return customerId != null || cardNumber != null;
    }

    PayingGuest paying(Payment other, long balancePart) {
        return new PayingGuest(customerId, cardNumber, other, balancePart, usePoints, coupons);
    }

    PayingGuest using(List<String> codes) {
        return new PayingGuest(customerId, cardNumber, payment, balancePartMinor, usePoints, codes);
    }

    PayingGuest usingPoints(boolean use) {
        return new PayingGuest(customerId, cardNumber, payment, balancePartMinor, use, coupons);
    }
}
