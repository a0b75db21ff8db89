package com.regulars.feedback.web;

import com.regulars.feedback.Severity;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.TicketStatus;
import com.regulars.feedback.TicketSummary;
import com.regulars.venue.Venue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket as other systems read it. */
record TicketAnswer(
        String id,
        String number,
        TicketStatus status,
        String venueCode,
        @Nullable String customerId,
        TicketSource source,
        TicketCategory category,
        @Nullable String product,
        Severity severity,
        String text,
        Instant takenAt,
        @Nullable String owner,
        @Nullable String result,
        @Nullable Instant solvedAt) {

    static TicketAnswer of(TicketSummary ticket, Venue venue) {
        return new TicketAnswer(
                String.valueOf(ticket.id()),
                ticket.number(),
                ticket.status(),
                venue.code(),
                ticket.customerId() == null ? null : String.valueOf(ticket.customerId()),
                ticket.source(),
                ticket.category(),
                ticket.product(),
                ticket.severity(),
                ticket.text(),
                ticket.takenAt(),
                ticket.ownerName(),
                ticket.result(),
                ticket.solvedAt());
    }
}
