package com.regulars.feedback.web;

import com.regulars.shared.web.Length;
import org.jspecify.annotations.Nullable;

/**
 * A ticket handed to a colleague, or not taken from one, with a word that may be left out.
 *
 * @param colleague who is asked; empty where nobody is
 * @param version of the ticket as it was read
 */
record TicketOffer(
        String colleague,
        @Length(max = 500) String words,
        @Nullable Integer version) {

    TicketOffer {
        colleague = colleague == null ? "" : colleague;
        words = words == null ? "" : words;
    }

    /** A form without one has seen nothing, so it is told that the ticket has changed. */
    int versionSeen() {
        return version == null ? -1 : version;
    }
}
