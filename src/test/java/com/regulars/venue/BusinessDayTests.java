package com.regulars.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which business day an instant belongs to, on ordinary days and where the clock is changed. */
class BusinessDayTests {

    @ParameterizedTest(name = "{0}, day end {1}: {2} belongs to {3} ({4})")
    @CsvSource(delimiter = '|', textBlock = """
            Asia/Shanghai | 04:00 | 2026-11-22T19:59:59.999Z | 2026-11-22 | a moment before four in the morning
            Asia/Shanghai | 04:00 | 2026-11-22T20:00:00Z     | 2026-11-23 | four o'clock
            Asia/Shanghai | 00:00 | 2026-11-22T15:59:59Z     | 2026-11-22 | a moment before midnight
            Asia/Shanghai | 00:00 | 2026-11-22T16:00:00Z     | 2026-11-23 | midnight
            Europe/Berlin | 04:00 | 2026-03-29T01:59:59Z     | 2026-03-28 | 03:59:59, already summer time
            Europe/Berlin | 04:00 | 2026-03-29T02:00:00Z     | 2026-03-29 | 04:00 summer time
            Europe/Berlin | 04:00 | 2026-03-28T03:00:00Z     | 2026-03-28 | 04:00 winter time, the day before
            Europe/Berlin | 04:00 | 2026-10-25T02:59:59Z     | 2026-10-24 | 03:59:59, already winter time
            Europe/Berlin | 04:00 | 2026-10-25T03:00:00Z     | 2026-10-25 | 04:00 winter time
            Europe/Berlin | 02:30 | 2026-03-29T00:59:59Z     | 2026-03-28 | 01:59:59, a second before the hour that is left out
            Europe/Berlin | 02:30 | 2026-03-29T01:00:00Z     | 2026-03-29 | 03:00, there was no 02:30
            Europe/Berlin | 02:30 | 2026-10-25T00:29:59Z     | 2026-10-24 | 02:29:59 summer time
            Europe/Berlin | 02:30 | 2026-10-25T00:30:00Z     | 2026-10-25 | 02:30 summer time, the first of two
            Europe/Berlin | 02:30 | 2026-10-25T01:10:00Z     | 2026-10-25 | 02:10 winter time, the day has begun
            Europe/Berlin | 02:30 | 2026-10-25T01:30:00Z     | 2026-10-25 | 02:30 winter time, the second of two
            """)
    void beginsAtTheDayEndOfTheVenue(ZoneId zone, LocalTime dayEnd, Instant instant, LocalDate date, String why) {
        assertThat(venue(zone, dayEnd).businessDate(instant)).as(why).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,02:30,2026-03-28", "Europe/Berlin,02:30,2026-10-24", "Europe/Berlin,04:00,2026-10-24",
        "America/New_York,02:00,2026-03-07", "America/New_York,01:30,2026-10-31", "Australia/Lord_Howe,02:00,2026-04-04"
    })
    void neverGoesBack(ZoneId zone, LocalTime dayEnd, LocalDate from) {
        var venue = venue(zone, dayEnd);
        Instant begin = from.atStartOfDay(zone).toInstant();
        for (int quarter = 1; quarter < 3 * 96; quarter++) {
            Instant earlier = begin.plus(Duration.ofMinutes(15L * (quarter - 1)));
            Instant later = begin.plus(Duration.ofMinutes(15L * quarter));
            assertThat(venue.businessDate(later)).as(later.toString()).isAfterOrEqualTo(venue.businessDate(earlier));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,02:30,2026-03-29",
        "Europe/Berlin,02:30,2026-10-25",
        "Europe/Berlin,04:00,2026-03-29",
        "Asia/Shanghai,04:00,2026-11-23"
    })
    void beginsWhereThePreviousOneEnds(ZoneId zone, LocalTime dayEnd, LocalDate date) {
        var venue = venue(zone, dayEnd);
        assertThat(venue.businessDate(venue.beginOf(date))).isEqualTo(date);
        assertThat(venue.businessDate(venue.beginOf(date).minusNanos(1))).isEqualTo(date.minusDays(1));
    }

    private static Venue venue(ZoneId zone, LocalTime dayEnd) {
        return new Venue(1, "main", "店", zone, dayEnd, "", "");
    }
}
