package com.regulars.visit;

import com.regulars.venue.Venue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit as a row of an import file says it.
 *
 * @param customerRef external reference or number of the customer
 * @param importKey names a row without a reference of its own
 */
record ImportedVisit(
        String customerRef,
        Venue venue,
        Instant visitedAt,
        long spendMinor,
        @Nullable Integer partySize,
        @Nullable String externalRef,
        @Nullable String importKey) {}
