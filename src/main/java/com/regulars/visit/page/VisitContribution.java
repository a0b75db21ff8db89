package com.regulars.visit.page;

import com.regulars.access.Permission;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.GuestPanel;
import com.regulars.customer.page.HeadFigure;
import com.regulars.customer.page.TimelineEntry;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.TimeFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import com.regulars.visit.VisitSource;
import com.regulars.visit.VisitSummary;
import com.regulars.visit.VisitTotals;
import com.regulars.visit.Visits;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The newest visits on the page of a guest, and the days since the last one (R1.12). */
@Component
@RequiredArgsConstructor
class VisitContribution implements GuestPageContribution {

    private static final int SHOWN = 6;

    private final Visits visits;
    private final Venues venues;
    private final MoneyFormat money;
    private final TimeFormat times;
    private final MessageSource messages;

    record Panel(List<VisitSummary> visits, VisitTotals totals, Map<Long, Venue> venues) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        if (!page.viewerMay(Permission.VISIT_READ)) {
            return;
        }
        var newest = visits.newest(guest.id(), 0, GuestPageParts.TIMELINE);
        var totals = visits.totals(guest.id());
        var places = venues.byIds(newest.stream().map(VisitSummary::venueId).collect(Collectors.toSet()));
        var panel = new Panel(newest.stream().limit(SHOWN).toList(), totals, places);
        page.addFigure(30, sinceLast(guest, totals.lastOn()));
        page.addPanel(new GuestPanel("visits", GuestPanel.Column.MIDDLE, 20, "visit/_panel :: panel", panel));
        page.addToTimeline(newest.stream()
                .filter(visit -> !isToldByItsBill(visit, page))
                .map(visit -> entry(visit, places))
                .toList());
    }

    /** A visit that is a bill stands in the timeline once, as the bill. */
    private static boolean isToldByItsBill(VisitSummary visit, GuestPageParts page) {
        return visit.source() == VisitSource.SETTLEMENT && page.viewerMay(Permission.BILL_READ);
    }

    private HeadFigure sinceLast(GuestOnPage guest, @Nullable LocalDate last) {
        if (last == null) {
            return new HeadFigure("visit.figure.since", text("visit.figure.never"), null, null);
        }
        String days = text("visit.figure.days", Math.max(ChronoUnit.DAYS.between(last, times.today()), 0));
        return new HeadFigure("visit.figure.since", days, last.toString(), "/visits?customerId=" + guest.id());
    }

    private TimelineEntry entry(VisitSummary visit, Map<Long, Venue> places) {
        Venue place = places.get(visit.venueId());
        return new TimelineEntry(
                visit.visitedAt(),
                "tools-kitchen-2",
                text("visit.timeline", money.plain(visit.spendMinor())),
                place == null ? null : place.name(),
                null);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
