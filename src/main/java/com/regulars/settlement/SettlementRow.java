package com.regulars.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A settled bill in a list. */
public record SettlementRow(
        long id,
        String receiptNumber,
        String billNumber,
        long venueId,
        Instant settledAt,
        String settledBy,
        @Nullable Long customerId,
        @Nullable String customerName,
        long payableMinor,
        long refundedMinor,
        boolean refundedWhole) {}
