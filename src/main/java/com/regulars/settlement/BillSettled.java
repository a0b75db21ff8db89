package com.regulars.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A bill was paid. */
public record BillSettled(
        long settlementId,
        long venueId,
        LocalDate businessDate,
        @Nullable Long customerId,
        long payableMinor) {}
