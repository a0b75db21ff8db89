package com.regulars.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Writes instants in the brand's local time; templates use it as {@code @times}. Dates are {@code 2026-11-22} in every language. */
@Component("times")
@RequiredArgsConstructor
public class TimeFormat {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Brands brands;
    private final Clock clock;

    /** {@code 2026-11-22 18:05}. */
    public String minute(Instant instant) {
        return MINUTE.format(local(instant));
    }

    /** {@code 2026-11-22}. */
    public String date(Instant instant) {
        return local(instant).toLocalDate().toString();
    }

    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, brands.current().zone());
    }

    public Instant instant(LocalDateTime local) {
        return local.atZone(brands.current().zone()).toInstant();
    }

    /** The first instant of a calendar day of the brand. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(brands.current().zone()).toInstant();
    }

    /** The calendar day that is running now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), brands.current().zone());
    }
}
