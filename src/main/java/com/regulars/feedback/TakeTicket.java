package com.regulars.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Takes a guest's complaint, suggestion, praise or remark (R3.1, form QR855-01).
 *
 * @param customerId the guest, null when the house does not know them
 * @param product the dish, room or service it is about
 * @param text the guest's own words, at most 4,000 characters
 * @param severity null counts as normal
 */
public record TakeTicket(
        long venueId,
        @Nullable Long customerId,
        TicketSource source,
        TicketCategory category,
        @Nullable String product,
        String text,
        @Nullable Severity severity) {}
