package com.regulars.feedback;

import com.regulars.access.CurrentActor;
import com.regulars.staff.LeaverDuty;
import com.regulars.staff.StaffDirectory.Colleague;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tickets of somebody who leaves: they go to the successor where that one takes tickets, else they are free. */
@Component
@RequiredArgsConstructor
class LeaversTickets implements LeaverDuty {

    private final TicketRepository tickets;
    private final Colleagues colleagues;
    private final LiveTickets live;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    @Override
    public String kind() {
        return "tickets";
    }

    @Override
    public long count(String employeeKey) {
        return jdbc.sql(
                        "select count(*) from feedback_ticket where owner_key = :key and status not in ('SOLVED', 'CLOSED')")
                .param("key", employeeKey)
                .query(Long.class)
                .single();
    }

    @Override
    public void handOver(String employeeKey, @Nullable Colleague successor) {
        for (Ticket ticket : tickets.lockOpenOf(employeeKey)) {
            ticket.passOn(employeeKey, taker(ticket, successor), currentActor.get(), clock.instant());
            live.changed(ticket);
        }
    }

    private @Nullable Party taker(Ticket ticket, @Nullable Colleague successor) {
        return successor == null
                ? null
                : colleagues.in(ticket.getVenueId()).stream()
                        .filter(party -> party.key().equals(successor.key()))
                        .findFirst()
                        .orElse(null);
    }
}
