package com.regulars.settlement.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a bill costs.
 *
 * @param cardNumber the card that was shown, or null
 * @param customerId the guest found without a card; a single active card of the guest then counts as shown
 * @param storedValueMinor what stored value is to pay of it, only with {@code OTHER}; 0 for none
 * @param couponCodes coupons to take in, in this order, as they were typed
 * @param redeemPoints points the guest wants to pay with
 */
public record QuoteBill(
        String venueCode,
        List<BillLine> lines,
        @Nullable String cardNumber,
        @Nullable Long customerId,
        PayBy payBy,
        long storedValueMinor,
        List<String> couponCodes,
        long redeemPoints) {

    public QuoteBill {
        lines = List.copyOf(lines);
        couponCodes = List.copyOf(couponCodes);
    }
}
