package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.customer.TimelineEntry;
import com.regulars.customer.TimelineSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tickets taken and solved, in the guest's timeline (R1.12). */
@Component
@RequiredArgsConstructor
class TicketTimeline implements TimelineSource {

    private final TicketBook book;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.FEEDBACK_READ;
    }

    @Override
    public List<TimelineEntry> newest(long customerId, int limit) {
        var entries = new ArrayList<TimelineEntry>();
        for (var ticket : book.ofCustomer(customerId, limit)) {
            entries.add(taken(ticket));
            if (ticket.solvedAt() != null) {
                entries.add(new TimelineEntry(
                        ticket.solvedAt(),
                        "circle-check",
                        text(
                                "feedback.timeline.solved",
                                ticket.number(),
                                Objects.requireNonNullElse(ticket.result(), "")),
                        ticket.solvedBy().name(),
                        "/feedback/" + ticket.id()));
            }
        }
        entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return entries.subList(0, Math.min(limit, entries.size()));
    }

    private TimelineEntry taken(TicketSummary ticket) {
        return new TimelineEntry(
                ticket.takenAt(),
                "message-exclamation",
                text("feedback.timeline.taken", ticket.number(), ticket.headline()),
                ticket.takenBy().name(),
                "/feedback/" + ticket.id());
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
