package com.regulars.visit;

import com.regulars.access.Permission;
import com.regulars.customer.TimelineEntry;
import com.regulars.customer.TimelineSource;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venues;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Visits in the customer's timeline (R1.12). */
@Component
@RequiredArgsConstructor
class VisitTimeline implements TimelineSource {

    private final Visits visits;
    private final Venues venues;
    private final MoneyFormat money;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.VISIT_READ;
    }

    @Override
    public List<TimelineEntry> newest(long customerId, int limit) {
        return visits.newest(customerId, 0, limit).stream().map(this::entry).toList();
    }

    private TimelineEntry entry(VisitSummary visit) {
        Object[] spend = {money.plain(visit.spendMinor())};
        String text = messages.getMessage("visit.timeline", spend, LocaleContextHolder.getLocale());
        return new TimelineEntry(
                visit.visitedAt(),
                "tools-kitchen-2",
                text,
                venues.get(visit.venueId()).name(),
                null);
    }
}
