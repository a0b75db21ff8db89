package com.regulars.settlement.report;

import java.time.LocalDate;
import java.util.Map;

/** What a report is about: one shift, or one business day of a venue whatever the till. */
sealed interface Stretch {

    /** How rows that name shift, venue and business date are chosen. */
    String condition();

    Map<String, Object> params();

    /** One shift. */
    record OfShift(long shiftId) implements Stretch {

        @Override
        public String condition() {
            return "shift_id = :shift";
        }

        @Override
        public Map<String, Object> params() {
            return Map.of("shift", shiftId);
        }
    }

    /** One business day of a venue. */
    record OfDay(long venueId, LocalDate day) implements Stretch {

        @Override
        public String condition() {
            return "venue_id = :venue and business_date = :day";
        }

        @Override
        public Map<String, Object> params() {
            return Map.of("venue", venueId, "day", day);
        }
    }
}
