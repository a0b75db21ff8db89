package com.regulars.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ticket as others see it.
 *
 * @param number running number within the year, for example {@code TK-2026-0001}
 * @param ownerName who is responsible until it is solved; null while nobody has taken it
 */
public record TicketSummary(
        long id,
        String number,
        TicketStatus status,
        long venueId,
        @Nullable Long customerId,
        String text,
        @Nullable String ownerName,
        Instant takenAt) {}
