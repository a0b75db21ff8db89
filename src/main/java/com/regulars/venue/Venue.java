package com.regulars.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One place of the brand where guests are served.
 *
 * @param code short stable name used by tills and imports, for example {@code main}
 * @param dayEnd local time at which a business day ends; a bill at 03:59 with a day end of 04:00 belongs to yesterday
 */
public record Venue(long id, String code, String name, ZoneId zone, LocalTime dayEnd, String address, String phone) {

    /** The business day an instant belongs to here; it never goes back, although clocks do in autumn. */
    public LocalDate businessDate(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        return instant.isBefore(beginOf(date)) ? date.minusDays(1) : date;
    }

    /**
     * When a business day begins: the first moment of its date at which the local clock shows {@code dayEnd} or later.
     * With a day end of 02:30 in Berlin that is 03:00 on the day of the change to summer time, and the first of the two
     * 02:30 on the day of the change back.
     */
    public Instant beginOf(LocalDate businessDate) {
        var local = businessDate.atTime(dayEnd);
        var change = zone.getRules().getTransition(local);
        boolean leftOut = change != null && change.isGap();
        return leftOut ? change.getInstant() : local.atZone(zone).toInstant();
    }
}
