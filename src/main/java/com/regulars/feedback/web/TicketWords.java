package com.regulars.feedback.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes while moving a ticket on.
 *
 * @param version of the ticket as it was read, so that two who press at once do not overwrite each other
 */
record TicketWords(
        @NotBlank @Size(max = 2000) String words, @Nullable Integer version) {

    TicketWords {
        words = words == null ? "" : words;
    }

    /** A form without one has seen nothing, so it is told that the ticket has changed. */
    int versionSeen() {
        return version == null ? -1 : version;
    }
}
