package com.regulars.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What moved from a card to the one that took its place, as it prints.
 *
 * @param approvedBy the second person, where one was needed
 */
public record ReplacementSlip(
        CardSummary card,
        CardSummary successor,
        long venueId,
        long principalMinor,
        long bonusMinor,
        long points,
        Instant at,
        String doneBy,
        @Nullable String approvedBy) {

    public long balanceMinor() {
        return principalMinor + bonusMinor;
    }
}
