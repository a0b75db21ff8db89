package com.regulars.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The manager's figures on one page (R7.2): what is taken in, what is owed, whether data is collected and where it is
 * missing.
 *
 * @param today the business day that runs now
 * @param takings by means of payment, what was paid back taken off; the largest of the week first
 * @param bonusOutstandingMinor guests' bonus not yet spent
 * @param principalOutstandingMinor guests' own money not yet spent
 * @param liveCards active cards a bill was paid with within {@link #LIVE_DAYS} days
 * @param readAt when the figures were read
 */
public record Overview(
        LocalDate today,
        List<Takings> takings,
        long billsToday,
        long topUpsTodayMinor,
        long topUpsWeekMinor,
        long principalOutstandingMinor,
        long bonusOutstandingMinor,
        long activeCards,
        long liveCards,
        long guests,
        long guestsNewThisWeek,
        long guestsWithPhone,
        long guestsWithBirthday,
        long guestsWithVisit,
        long openTickets,
        Instant readAt) {

    public static final int WEEK_DAYS = 7;
    public static final int LIVE_DAYS = 90;

    public Overview {
        takings = List.copyOf(takings);
    }

    /** What one means of payment brought. */
    public record Takings(String tender, long todayMinor, long weekMinor) {}

    /** The first day of the week that ends today. */
    public LocalDate weekBegins() {
        return today.minusDays(WEEK_DAYS - 1L);
    }

    public long takingsTodayMinor() {
        return takings.stream().mapToLong(Takings::todayMinor).sum();
    }

    public long takingsWeekMinor() {
        return takings.stream().mapToLong(Takings::weekMinor).sum();
    }

    /** A part of a whole as {@code 27.0%}; a dash where there is no whole. */
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long tenths = (2000 * part + whole) / (2 * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    public String liveShare() {
        return percent(liveCards, activeCards);
    }

    public String phoneShare() {
        return percent(guestsWithPhone, guests);
    }

    public String birthdayShare() {
        return percent(guestsWithBirthday, guests);
    }

    public String visitShare() {
        return percent(guestsWithVisit, guests);
    }
}
