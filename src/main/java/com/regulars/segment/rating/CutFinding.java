package com.regulars.segment.rating;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the lines between the quadrants (R5.2). A percentile is the value of the guest who stands at that share among
 * those with a visit in the window, so it is a value that occurs. A percentile on the lowest occurring value separates
 * nothing and moves up to the next value that occurs; where no other occurs it stays.
 */
@Component
@RequiredArgsConstructor
class CutFinding {

    private final JdbcClient jdbc;

    /**
     * @param histogram the table of the histogram of the figures
     * @param figures rows of {@code visits} and {@code average_minor}
     */
    Cuts find(CutRule rule, String histogram, String figures) {
        return switch (rule) {
            case CutRule.Fixed fixed -> new Cuts(fixed.visits(), fixed.spendMinor());
            case CutRule.Percentile percentile ->
                new Cuts(visits(histogram, percentile.visits()), average(histogram, figures, percentile.spend()));
        };
    }

    private @Nullable Long visits(String histogram, int percent) {
        List<Place> places = places(histogram, "VISITS");
        return standing(places, percent)
                .map(place -> place.equals(places.getFirst()) && places.size() > 1 ? places.get(1) : place)
                .map(Place::value)
                .orElse(null);
    }

    private @Nullable Long average(String histogram, String figures, int percent) {
        List<Place> places = places(histogram, "AVERAGE");
        Place step = standing(places, percent).orElse(null);
        if (step == null) {
            return null;
        }
        long rank = rank(places, percent) - step.before();
        long cut = inStep(figures, step, "", rank).orElseThrow();
        boolean lowest =
                step.equals(places.getFirst()) && inStep(figures, step, "", 1).orElseThrow() == cut;
        return lowest ? nextAbove(figures, places, cut) : Long.valueOf(cut);
    }

    private long nextAbove(String figures, List<Place> places, long cut) {
        return inStep(figures, places.getFirst(), " and average_minor > " + cut, 1)
                .or(() -> places.stream().skip(1).findFirst().flatMap(step -> inStep(figures, step, "", 1)))
                .orElse(cut);
    }

    private Optional<Long> inStep(String figures, Place step, String condition, long rank) {
        return jdbc.sql("""
                        select average_minor from %s figures
                         where average_minor >= :from and average_minor < :to %s
                         order by average_minor limit 1 offset :before
                        """.formatted(figures, condition))
                .param("from", step.value() * FigureHistogram.STEP)
                .param("to", (step.value() + 1) * FigureHistogram.STEP)
                .param("before", rank - 1)
                .query(Long.class)
                .optional();
    }

    /**
     * A value of the histogram.
     *
     * @param before how many guests stand below it
     */
    private record Place(long value, long customers, long before) {}

    private List<Place> places(String histogram, String measure) {
        return jdbc.sql("""
                        select value, customers, (sum(customers) over (order by value) - customers)::bigint as before
                          from %s where measure = :measure order by value
                        """.formatted(histogram))
                .param("measure", measure)
                .query(Place.class)
                .list();
    }

    private static Optional<Place> standing(List<Place> places, int percent) {
        long rank = places.isEmpty() ? 0 : rank(places, percent);
        return places.stream()
                .filter(place -> place.before() + place.customers() >= rank)
                .findFirst();
    }

    /** The guest at this share, counted from 1, rounded up. */
    private static long rank(List<Place> places, int percent) {
        long all = places.getLast().before() + places.getLast().customers();
        return Math.max(1, (percent * all + 99) / 100);
    }
}
