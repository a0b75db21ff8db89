package com.regulars.feedback.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.feedback.TicketBook;
import com.regulars.feedback.Tickets;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venues;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets for other systems, such as the house's own website or messenger. */
@RestController
@RequestMapping("/api/v1/feedback-tickets")
@RequiredArgsConstructor
class TicketApi {

    private final Tickets tickets;
    private final TicketBook book;
    private final Venues venues;
    private final OpenVenues openVenues;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.FEEDBACK_TAKE)
    TicketAnswer take(@Valid @RequestBody TakeTicketRequest request) {
        var venue = openVenues.require(request.venueCode());
        return TicketAnswer.of(tickets.take(request.toCommand(venue)), venue);
    }

    @GetMapping("/{id}")
    @Requires(Permission.FEEDBACK_READ)
    TicketAnswer show(@PathVariable String id) {
        var ticket = book.get(TakeTicketRequest.id("ticket", id));
        return TicketAnswer.of(ticket, venues.get(ticket.venueId()));
    }
}
