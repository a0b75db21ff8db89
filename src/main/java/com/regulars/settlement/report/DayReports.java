package com.regulars.settlement.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.settlement.report.Stretch.OfDay;
import com.regulars.shared.NotFoundException;
import com.regulars.shift.ShiftList;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the report of a venue's business day, and the lists behind it. */
@Service
@RequiredArgsConstructor
@Requires(Permission.SHIFT_REVIEW)
@Transactional(readOnly = true)
public class DayReports {

    private final FigureQueries figures;
    private final Entries entries;
    private final ShiftList shifts;
    private final OpenVenues openVenues;
    private final Clock clock;

    /** @throws NotFoundException when the actor has no such venue */
    public DayReport get(String venueCode, LocalDate day) {
        Venue venue = openVenues.require(venueCode);
        return new DayReport(
                venue, day, figures.of(new OfDay(venue.id(), day)), shifts.ofDay(venue.id(), day), clock.instant());
    }

    /** The facts behind a figure: of one kind, one means of payment, or all money. */
    public List<Entry> moved(String venueCode, LocalDate day, @Nullable PostingKind kind, @Nullable TenderType tender) {
        return entries.moved(new OfDay(openVenues.require(venueCode).id(), day), kind, tender);
    }

    public List<Entry> discounted(String venueCode, LocalDate day, Rule rule) {
        return entries.discounted(new OfDay(openVenues.require(venueCode).id(), day), rule);
    }
}
