package com.regulars.segment.run;

import com.regulars.segment.SegmentState;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.rating.CutRule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The rule of the rating written down a second time, plainly and in memory, to hold the runs against. */
final class RatingByHand {

    private RatingByHand() {}

    record Visit(long customer, LocalDate day, long spend) {}

    private record Figures(
            long visits, long spend, long lifetimeVisits, long lifetimeSpend, long yearSpend, LocalDate last) {

        long average() {
            return visits == 0 ? 0 : (2 * spend + visits) / (2 * visits);
        }
    }

    /** One line a guest, as {@link SegmentTestData#standAt} gives it. */
    static Map<Long, String> rate(List<Visit> visits, LocalDate asOf, int windowDays, CutRule rule) {
        Map<Long, Figures> figures = new HashMap<>();
        for (Visit visit : visits) {
            if (!visit.day().isAfter(asOf)) {
                boolean counts = visit.day().isAfter(asOf.minusDays(windowDays));
                boolean thisYear = visit.day().isAfter(asOf.minusDays(365));
                figures.merge(
                        visit.customer(),
                        new Figures(
                                counts ? 1 : 0,
                                counts ? visit.spend() : 0,
                                1,
                                visit.spend(),
                                thisYear ? visit.spend() : 0,
                                visit.day()),
                        RatingByHand::add);
            }
        }
        long often = cut(figures, rule, true);
        long high = cut(figures, rule, false);
        Map<Long, String> lines = new HashMap<>();
        figures.forEach((customer, f) -> lines.put(
                customer,
                "%s %d %d %d %d %d %d %s"
                        .formatted(
                                state(f, often, high),
                                f.visits(),
                                f.spend(),
                                f.average(),
                                f.lifetimeVisits(),
                                f.lifetimeSpend(),
                                f.yearSpend(),
                                f.last())));
        return lines;
    }

    private static Figures add(Figures a, Figures b) {
        return new Figures(
                a.visits + b.visits,
                a.spend + b.spend,
                a.lifetimeVisits + b.lifetimeVisits,
                a.lifetimeSpend + b.lifetimeSpend,
                a.yearSpend + b.yearSpend,
                a.last.isAfter(b.last) ? a.last : b.last);
    }

    private static long cut(Map<Long, Figures> figures, CutRule rule, boolean ofVisits) {
        if (rule instanceof CutRule.Fixed fixed) {
            return ofVisits ? fixed.visits() : fixed.spendMinor();
        }
        var percentile = (CutRule.Percentile) rule;
        ToLongFunction<Figures> value = ofVisits ? Figures::visits : Figures::average;
        long[] values = figures.values().stream()
                .filter(f -> f.visits() > 0)
                .mapToLong(value)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return 0;
        }
        int percent = ofVisits ? percentile.visits() : percentile.spend();
        long cut = values[Math.max(1, (percent * values.length + 99) / 100) - 1];
        return cut > values[0]
                ? cut
                : java.util.Arrays.stream(values)
                        .filter(v -> v > cut)
                        .findFirst()
                        .orElse(cut);
    }

    private static SegmentState state(Figures f, long often, long high) {
        if (f.visits() == 0) {
            return SegmentState.LAPSED;
        }
        if (f.visits() >= often) {
            return f.average() >= high ? SegmentState.B : SegmentState.D;
        }
        return f.average() >= high ? SegmentState.A : SegmentState.C;
    }
}
