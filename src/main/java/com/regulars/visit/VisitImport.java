package com.regulars.visit;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.time.PossibleDates;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import com.regulars.work.CsvImport;
import com.regulars.work.CsvRow;
import com.regulars.work.RowKeys;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** How a file of visits is read: which columns it may have and what their values mean. One object per file. */
@RequiredArgsConstructor
class VisitImport implements CsvImport<ImportedVisit> {

    private static final Set<String> REQUIRED = Set.of("customer_ref", "venue", "visited_at", "amount");
    private static final Set<String> COLUMNS =
            Set.of("customer_ref", "venue", "visited_at", "amount", "external_ref", "party_size");
    private static final int LONGEST_REFERENCE = 200;
    private static final int LARGEST_PARTY = 10_000;

    private final OpenVenues openVenues;
    private final MoneyFormat money;
    private final VisitImportWriter writer;
    private final RowKeys keys = new RowKeys();

    @Override
    public Set<String> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> requiredColumns() {
        return REQUIRED;
    }

    @Override
    public ImportedVisit read(CsvRow row) {
        String customer = row.get("customer_ref");
        Venue venue = venue(row.get("venue"));
        Instant visitedAt = instant(row.get("visited_at"), venue);
        long spend = money.parse("amount", row.get("amount"));
        Integer party = party(row.find("party_size"));
        String ref = row.find("external_ref");
        if (ref != null && ref.length() > LONGEST_REFERENCE) {
            throw new InvalidFieldException("external_ref", "customer.tooLong", LONGEST_REFERENCE);
        }
        String key = ref == null ? keys.next(customer, venue.code(), visitedAt, spend, party) : null;
        return new ImportedVisit(customer, venue, visitedAt, spend, party, ref, key);
    }

    @Override
    public Written write(List<ImportedVisit> rows) {
        return writer.write(rows);
    }

    private Venue venue(String code) {
        try {
            return openVenues.require(code);
        } catch (NotFoundException unknown) {
            throw new InvalidFieldException("venue", "visit.venue", code);
        }
    }

    /** The venue's local time unless the text has an offset; a blank may stand for the T. */
    private static Instant instant(String text, Venue venue) {
        String iso = text.replaceFirst(" +", "T");
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = switch (read) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(venue.zone()).toInstant();
                default -> throw new DateTimeException(iso);
            };
            PossibleDates.require("visited_at", venue.businessDate(instant));
            return instant;
        } catch (DateTimeException unreadable) {
            throw new InvalidFieldException("visited_at", "visit.time", text);
        }
    }

    private static @Nullable Integer party(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,5}")) {
            int party = Integer.parseInt(text);
            if (party >= 1 && party <= LARGEST_PARTY) {
                return party;
            }
        }
        throw new InvalidFieldException("party_size", "visit.partySize", text);
    }
}
