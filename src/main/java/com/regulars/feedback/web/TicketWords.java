package com.regulars.feedback.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What somebody writes while moving a ticket on.
 *
 * @param version of the ticket as it was read, so that two who press at once do not overwrite each other
 */
record TicketWords(
        @NotBlank @Size(max = 2000) String words, int version) {

    TicketWords {
        words = words == null ? "" : words;
    }
}
