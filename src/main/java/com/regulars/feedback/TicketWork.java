package com.regulars.feedback;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves tickets to their end (R3.1) and from hand to hand (R3.3). */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(Permission.FEEDBACK_TAKE)
public class TicketWork {

    private final TicketRepository tickets;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final LiveTickets live;
    private final Clock clock;

    /** One thing done to a ticket. */
    private interface Deed {
        void to(Ticket ticket, Actor by, Instant now);
    }

    public void claim(long id, int versionSeen) {
        work(id, versionSeen, Ticket::claim);
    }

    public void begin(long id, int versionSeen) {
        work(id, versionSeen, Ticket::begin);
    }

    public void waitForGuest(long id, int versionSeen, String question) {
        work(id, versionSeen, (ticket, by, now) -> ticket.waitForGuest(question, by, now));
    }

    public void resume(long id, int versionSeen, String answer) {
        work(id, versionSeen, (ticket, by, now) -> ticket.resume(answer, by, now));
    }

    public void note(long id, int versionSeen, String words) {
        work(id, versionSeen, (ticket, by, now) -> ticket.note(words, by, now));
    }

    public void offer(long id, int versionSeen, String colleagueKey, String words) {
        work(id, versionSeen, (ticket, by, now) -> {
            Party colleague = colleagues.get(colleagueKey, ticket.getVenueId());
            ticket.offer(colleague, words, by, now);
        });
    }

    public void withdrawOffer(long id, int versionSeen) {
        work(id, versionSeen, Ticket::withdrawOffer);
    }

    public void acceptOffer(long id, int versionSeen) {
        work(id, versionSeen, Ticket::acceptOffer);
    }

    public void declineOffer(long id, int versionSeen, String reason) {
        work(id, versionSeen, (ticket, by, now) -> ticket.declineOffer(reason, by, now));
    }

    public void solve(long id, int versionSeen, String result) {
        work(id, versionSeen, (ticket, by, now) -> ticket.solve(result, by, now));
    }

    @Requires(Permission.FEEDBACK_SOLVE)
    public void reopen(long id, int versionSeen, String reason) {
        work(id, versionSeen, (ticket, by, now) -> ticket.reopen(reason, by, now));
    }

    @Requires(Permission.FEEDBACK_SOLVE)
    public void close(long id, int versionSeen) {
        work(id, versionSeen, Ticket::close);
    }

    private void work(long id, int versionSeen, Deed deed) {
        var ticket = tickets.lockById(id).orElseThrow(() -> new NotFoundException("ticket", id));
        currentActor.requireVenue(ticket.getVenueId(), "ticket", id);
        if (ticket.getVersion() != versionSeen) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "TICKET_CHANGED_MEANWHILE");
        }
        deed.to(ticket, currentActor.get(), clock.instant());
        live.changed(ticket);
    }
}
