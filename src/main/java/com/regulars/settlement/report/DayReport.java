package com.regulars.settlement.report;

import com.regulars.shift.ShiftRow;
import com.regulars.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a business day brought a venue: every bill, top-up, fee and refund of that day, and the drawers of the shifts that
 * began on it. A shift that runs past the day's end has its later bills on the next day's report.
 */
public record DayReport(Venue venue, LocalDate day, Figures figures, List<ShiftRow> shifts, Instant readAt) {

    public DayReport {
        shifts = List.copyOf(shifts);
    }

    /** What the counts of the day's shifts differed by, short and over against each other. */
    public long differenceMinor() {
        return shifts.stream()
                .map(ShiftRow::differenceMinor)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether some shift of the day still runs, so that the drawers are not the last word. */
    public boolean isRunning() {
        return shifts.stream().anyMatch(row -> row.shift().isOpen());
    }

    public boolean isUnexplained() {
        return shifts.stream().anyMatch(ShiftRow::isUnexplained);
    }
}
