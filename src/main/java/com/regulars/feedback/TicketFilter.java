package com.regulars.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What the list of tickets is narrowed to; each part stands in the URL.
 *
 * @param status null for all that are not solved yet
 * @param mine only those the reader owns or is asked to take over
 * @param q part of the guest's words or the beginning of the number
 */
public record TicketFilter(
        @Nullable TicketStatus status,
        @Nullable Boolean mine,
        @Nullable TicketCategory category,
        @Nullable Long customerId,
        @Nullable String q) {

    public TicketFilter {
        q = q == null || q.isBlank() ? null : q.strip();
    }

    public boolean mineOnly() {
        return Boolean.TRUE.equals(mine);
    }

    /** True when nothing but the tab narrows the list. */
    public boolean isWide() {
        return !mineOnly() && category == null && customerId == null && q == null;
    }
}
