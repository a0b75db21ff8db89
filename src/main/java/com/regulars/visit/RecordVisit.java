package com.regulars.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks to book one visit to a customer.
 *
 * @param spendMinor what was consumed after discounts, whatever tender paid it; zero is a visit too
 * @param externalRef how the other system calls the visit, unique per venue; the same one again adds nothing
 */
public record RecordVisit(
        long customerId,
        long venueId,
        Instant visitedAt,
        long spendMinor,
        @Nullable Integer partySize,
        @Nullable String externalRef,
        VisitSource source) {}
