package com.regulars.feedback;

import com.regulars.access.ActedBy;
import com.regulars.access.Actor;
import com.regulars.access.Permission;
import java.time.Instant;
import java.util.List;

/**
 * One ticket with what happened on it and what its reader may do about it now (R3.1, R3.3).
 *
 * @param history oldest first
 * @param mine the reader owns it
 * @param offeredToMe the reader is asked to take it over
 * @param mayMove the reader owns it or answers for all tickets
 * @param mayFinish the reader may close and reopen solved tickets
 */
public record TicketDetails(
        TicketSummary ticket,
        List<Line> history,
        boolean mine,
        boolean offeredToMe,
        boolean mayMove,
        boolean mayFinish) {

    /** One line of the history. */
    public record Line(TicketEventKind kind, Instant at, ActedBy actor, String note) {}

    static TicketDetails of(TicketSummary ticket, List<Line> history, Actor reader) {
        boolean mine = reader.key().equals(ticket.ownerKey());
        boolean answersForAll = reader.may(Permission.FEEDBACK_SOLVE);
        return new TicketDetails(
                ticket,
                history,
                mine,
                reader.key().equals(ticket.offeredKey()),
                reader.may(Permission.FEEDBACK_TAKE) && (mine || answersForAll),
                answersForAll);
    }

    public boolean mayClaim() {
        return ticket.ownerKey() == null && ticket.status().isOpen();
    }

    public boolean mayBegin() {
        return mayMove && ticket.status() == TicketStatus.NEW;
    }

    public boolean mayWait() {
        return mayMove && (ticket.status() == TicketStatus.NEW || ticket.status() == TicketStatus.IN_PROGRESS);
    }

    public boolean mayResume() {
        return mayMove && ticket.status() == TicketStatus.WAITING_FOR_GUEST;
    }

    public boolean maySolve() {
        return mayMove && ticket.status().isOpen();
    }

    public boolean mayOffer() {
        return maySolve() && ticket.offeredKey() == null;
    }

    public boolean mayWithdraw() {
        return mayMove && ticket.offeredKey() != null && !offeredToMe;
    }

    public boolean mayReopen() {
        return mayFinish && ticket.status() == TicketStatus.SOLVED;
    }

    public boolean mayNote() {
        return ticket.status() != TicketStatus.CLOSED;
    }
}
