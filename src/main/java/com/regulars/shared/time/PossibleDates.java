package com.regulars.shared.time;

import com.regulars.shared.InvalidFieldException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/**
 * The dates that can be meant: 1900-01-01 to 2199-12-31. Whatever comes from outside is held to them – JSON, forms,
 * addresses, files – because a date that nobody meant is found on every page that adds or compares it later.
 */
public final class PossibleDates {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private PossibleDates() {}

    public static boolean include(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /**
     * The date, or what has one, as it is.
     *
     * @throws DateTimeException when it lies outside
     */
    public static <T extends TemporalAccessor> T check(T read) {
        LocalDate date = read.query(TemporalQueries.localDate());
        if (date != null && !include(date)) {
            throw new DateTimeException("Nobody means " + read);
        }
        return read;
    }

    /** @throws InvalidFieldException {@code type} when the text is no date such as {@code 2026-01-31}, or lies outside */
    public static LocalDate read(String field, String text) {
        try {
            return check(LocalDate.parse(text.strip()));
        } catch (DateTimeException unreadable) {
            throw new InvalidFieldException(field, "type");
        }
    }

    /** @throws InvalidFieldException {@code date.impossible} when it lies outside */
    public static LocalDate require(String field, LocalDate date) {
        if (!include(date)) {
            throw new InvalidFieldException(field, "date.impossible", FIRST, LAST);
        }
        return date;
    }
}
