package com.regulars.feedback;

import com.regulars.access.ActedBy;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One ticket as lists and other systems see it.
 *
 * @param number running number within the year, for example {@code TK-2026-0001}
 * @param ownerName who is responsible until it is solved; null while nobody has taken it
 * @param offeredName who is asked to take over
 */
public record TicketSummary(
        long id,
        String number,
        TicketStatus status,
        long venueId,
        @Nullable Long customerId,
        @Nullable String guestName,
        TicketSource source,
        TicketCategory category,
        Severity severity,
        @Nullable String product,
        LocalDate occurredOn,
        String text,
        Instant takenAt,
        ActedBy takenBy,
        @Nullable String ownerKey,
        @Nullable String ownerName,
        @Nullable String offeredKey,
        @Nullable String offeredName,
        @Nullable String result,
        @Nullable ActedBy solvedBy,
        @Nullable Instant solvedAt,
        int version) {

    private static final int HEADLINE = 40;

    /** The beginning of the guest's words, for lists and headings. */
    public String headline() {
        String line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= HEADLINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, HEADLINE)) + "…";
    }
}
