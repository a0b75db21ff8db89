package com.regulars.feedback;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.Customers;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes tickets, each under the next number of its year (R3.1). */
@Service
@RequiredArgsConstructor
public class Tickets {

    private final TicketRepository tickets;
    private final TicketNumbers numbers;
    private final TicketBook book;
    private final Customers customers;
    private final Venues venues;
    private final CurrentActor currentActor;
    private final LiveTickets live;
    private final Clock clock;

    /** Takes a ticket; an employee who takes it owns it until it is solved, one from another system waits for an owner. */
    @Requires(Permission.FEEDBACK_TAKE)
    @Transactional
    public TicketSummary take(TakeTicket command) {
        var venue = venues.get(command.venueId());
        currentActor.requireVenue(venue.id(), "venue", venue.id());
        if (command.customerId() != null) {
            customers.get(command.customerId());
        }
        var now = clock.instant();
        var today = venues.businessDate(venue, now);
        String number = numbers.next(now.atZone(venue.zone()).getYear());
        var ticket = tickets.saveAndFlush(new Ticket(number, today, command, currentActor.get(), now));
        live.changed(ticket);
        return book.get(Objects.requireNonNull(ticket.getId()));
    }
}
