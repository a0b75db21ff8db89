package com.regulars.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spreads a guest's visits over the months, with guests that come more and more often and others that stay away. */
final class VisitCalendar {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int MONTHS = 15;
    private static final int DAYS_A_MONTH = 30;
    private static final Duration JUST_NOW = Duration.ofMinutes(20);

    /** Whether a guest comes more often, as ever, or less often as time goes by. */
    private enum Trend {
        GROWING,
        STEADY,
        FADING;

        /** How much of the usual is left or reached after this share of the time, 0 to 1. */
        double factor(double elapsed) {
            return switch (this) {
                case GROWING -> 0.2 + 1.6 * elapsed;
                case STEADY -> 1;
                case FADING -> 1.8 - 1.7 * elapsed;
            };
        }
    }

    private final Dice dice;
    private final Instant now;
    private final LocalDate today;

    VisitCalendar(Dice dice, Instant now) {
        this.dice = dice;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZONE);
    }

    LocalDate today() {
        return today;
    }

    /** A moment within the last two weeks. */
    Instant recently() {
        return at(today.minusDays(dice.between(1, 14)));
    }

    List<DemoVisit> visits(String guestRef, Habit habit) {
        int yearly = habit.visitsAYear(dice);
        int usual = habit.spend(dice);
        String favourite = dice.happens(0.62) ? "main" : "garden";
        List<DemoVisit> visits = new ArrayList<>();
        for (Instant at : moments(habit, yearly)) {
            String venue = dice.happens(0.88) ? favourite : favourite.equals("main") ? "garden" : "main";
            int spend = usual * dice.between(65, 140) / 100;
            String ref = guestRef + "-" + (visits.size() + 1);
            visits.add(new DemoVisit(ref, guestRef, venue, at, spend * 100L, Math.clamp(spend / 75, 1, 14)));
        }
        return visits;
    }

    private List<Instant> moments(Habit habit, int yearly) {
        List<Instant> moments = switch (habit) {
            case NEWCOMER -> List.<Instant>of();
            case LAPSED -> lastYear(yearly);
            default -> throughTheMonths(yearly);
        };
        return moments.stream()
                .filter(at -> at.isBefore(now.minus(JUST_NOW)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<Instant> lastYear(int visits) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            moments.add(at(today.minusDays(dice.between(372, 520))));
        }
        return moments;
    }

    private List<Instant> throughTheMonths(int yearly) {
        Trend trend = dice.weighted(List.of(Trend.values()), 22, 58, 20);
        List<Instant> moments = new ArrayList<>();
        for (int month = MONTHS; month > 0; month--) {
            double elapsed = (double) (MONTHS - month) / (MONTHS - 1);
            int visits = dice.about(yearly / 12.0 * trend.factor(elapsed));
            for (int i = 0; i < visits; i++) {
                moments.add(at(today.minusDays((month - 1L) * DAYS_A_MONTH + dice.between(0, DAYS_A_MONTH - 1))));
            }
        }
        if (moments.isEmpty()) {
            moments.add(at(today.minusDays(dice.between(1, 340))));
        }
        return moments;
    }

    /** Lunch or dinner; on weekends more often dinner. */
    private Instant at(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int minute = dice.happens(weekend ? 0.35 : 0.5)
                ? dice.between(11 * 60 + 40, 13 * 60 + 40)
                : dice.between(18 * 60, 21 * 60 + 40);
        return day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(ZONE).toInstant();
    }
}
