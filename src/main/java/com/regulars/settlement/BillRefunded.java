package com.regulars.settlement;

import org.jspecify.annotations.Nullable;

/**
 * Money of a bill went back.
 *
 * @param whole true when nothing is left of the bill
 */
public record BillRefunded(
        long refundId,
        long settlementId,
        long venueId,
        @Nullable Long customerId,
        long refundMinor,
        boolean whole) {}
