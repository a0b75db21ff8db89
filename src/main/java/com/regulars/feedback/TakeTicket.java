package com.regulars.feedback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes a guest's complaint, suggestion, praise or remark (R3.1, form QR855-01).
 *
 * @param customerId the guest, null when the house does not know them
 * @param guestName what to call a guest who is not on file
 * @param product the dish, room or service it is about
 * @param occurredOn the day it is about, null when it is about today
 * @param text the guest's own words, at most 4,000 characters
 * @param severity null counts as normal
 */
public record TakeTicket(
        long venueId,
        @Nullable Long customerId,
        @Nullable String guestName,
        TicketSource source,
        TicketCategory category,
        @Nullable String product,
        @Nullable LocalDate occurredOn,
        String text,
        @Nullable Severity severity) {

    /** What another system knows about a ticket. */
    public TakeTicket(
            long venueId,
            @Nullable Long customerId,
            TicketSource source,
            TicketCategory category,
            @Nullable String product,
            String text,
            @Nullable Severity severity) {
        this(venueId, customerId, null, source, category, product, null, text, severity);
    }
}
