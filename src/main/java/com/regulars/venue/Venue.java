package com.regulars.venue;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One place of the brand where guests are served.
 *
 * @param code short stable name used by tills and imports, for example {@code main}
 * @param dayEnd local time at which a business day ends; a bill at 03:59 with a day end of 04:00 belongs to yesterday
 */
public record Venue(long id, String code, String name, ZoneId zone, LocalTime dayEnd, String address, String phone) {}
