package com.regulars.feedback.web;

import com.regulars.feedback.Severity;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.web.ManyLines;
import com.regulars.venue.Venue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Asks to take a ticket, as another system writes it. */
record TakeTicketRequest(
        @NotBlank @Size(max = 200) String venueCode,
        @Nullable @Size(max = 40) String customerId,
        @NotNull TicketSource source,
        @NotNull TicketCategory category,
        @Nullable @Size(max = 200) String product,
        @ManyLines @NotBlank @Size(max = 4000) String text,
        @Nullable Severity severity) {

    TakeTicket toCommand(Venue venue) {
        Long customer = customerId == null ? null : id("customer", customerId);
        return new TakeTicket(venue.id(), customer, source, category, product, text, severity);
    }

    /** Ids are opaque to callers; one that is no id of ours is not there. */
    static long id(String kind, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotFoundException(kind, text);
        }
        return Long.parseLong(text);
    }
}
