package com.regulars.visit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A visit as it stands in the book. */
public record VisitSummary(
        long id,
        long customerId,
        long venueId,
        Instant visitedAt,
        LocalDate businessDate,
        long spendMinor,
        @Nullable Integer partySize,
        @Nullable String externalRef,
        VisitSource source) {}
