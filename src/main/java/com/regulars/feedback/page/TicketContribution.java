package com.regulars.feedback.page;

import com.regulars.access.Permission;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestAction;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.GuestPanel;
import com.regulars.customer.page.HeadFigure;
import com.regulars.customer.page.TimelineEntry;
import com.regulars.feedback.TicketBook;
import com.regulars.feedback.TicketSummary;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A guest's tickets on their page, those still open first, and how many there are (R1.12). */
@Component
@RequiredArgsConstructor
class TicketContribution implements GuestPageContribution {

    private static final int SHOWN = 4;

    private final TicketBook book;
    private final MessageSource messages;

    record Panel(List<TicketSummary> tickets, TicketBook.GuestTickets counts) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        if (page.viewerMay(Permission.FEEDBACK_TAKE)) {
            String url = "/feedback/new?customerId=" + guest.id();
            page.addAction(20, new GuestAction("feedback.action.take", url, "message-exclamation", false));
        }
        if (page.viewerMay(Permission.FEEDBACK_READ)) {
            var counts = book.ofGuest(guest.id(), GuestPageParts.TIMELINE);
            var tickets = counts.tickets();
            var panel = new Panel(tickets.stream().limit(SHOWN).toList(), counts);
            page.addFigure(60, figure(counts));
            page.addPanel(new GuestPanel("feedback", GuestPanel.Column.RIGHT, 10, "feedback/_panel :: panel", panel));
            page.addToTimeline(tickets.stream().flatMap(this::entries).toList());
        }
    }

    private HeadFigure figure(TicketBook.GuestTickets counts) {
        return new HeadFigure(
                "feedback.figure",
                text("feedback.figure.open", counts.open()),
                text("feedback.figure.total", counts.total()),
                counts.total() == 0 ? null : "#feedback");
    }

    private Stream<TimelineEntry> entries(TicketSummary ticket) {
        return ticket.solvedAt() == null ? Stream.of(taken(ticket)) : Stream.of(taken(ticket), solved(ticket));
    }

    private TimelineEntry taken(TicketSummary ticket) {
        return new TimelineEntry(
                ticket.takenAt(),
                "message-exclamation",
                text("feedback.timeline.taken", ticket.number(), ticket.headline()),
                ticket.takenBy().name(),
                "/feedback/" + ticket.id());
    }

    private TimelineEntry solved(TicketSummary ticket) {
        return new TimelineEntry(
                Objects.requireNonNull(ticket.solvedAt()),
                "circle-check",
                text("feedback.timeline.solved", ticket.number(), Objects.requireNonNullElse(ticket.result(), "")),
                Objects.requireNonNull(ticket.solvedBy()).name(),
                "/feedback/" + ticket.id());
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
