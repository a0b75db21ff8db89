package com.regulars.segment.web;

import com.regulars.segment.report.Movements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Health of the base over time: moves up ÷ moves down between one date and the next (R5.3). Above the dashed line at 1.0
 * the base moves in a healthy direction.
 */
record HealthTrend(List<Point> points, String line, String oneY, String topText, String bottomText) {

    private static final double LEFT = 28;
    private static final double RIGHT = 248;
    private static final double TOP = 10;
    private static final double BOTTOM = 86;

    /** Health between a date and the one before it. */
    record Point(LocalDate from, LocalDate to, double health, long up, long down, String x, String y) {

        public String text() {
            return HealthTrend.text(health);
        }
    }

    /** Null when nobody moved down, so that there is nothing to divide by. */
    static @Nullable Double health(Movements movements) {
        return movements.down() == 0 ? null : (double) movements.up() / movements.down();
    }

    static String text(double health) {
        return String.format(java.util.Locale.ROOT, "%.2f", health);
    }

    /** @param oldestFirst movements from one date to the next */
    static HealthTrend of(List<Movements> oldestFirst) {
        List<Movements> known =
                oldestFirst.stream().filter(m -> health(m) != null).toList();
        double most = known.stream().mapToDouble(HealthTrend::ratio).max().orElse(1);
        double least = known.stream().mapToDouble(HealthTrend::ratio).min().orElse(1);
        double top = Math.max(1.1, most);
        double bottom = Math.min(0.9, least);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Movements m = known.get(i);
            double x = known.size() == 1 ? RIGHT : LEFT + 8 + (RIGHT - LEFT - 16) * i / (known.size() - 1);
            points.add(new Point(
                    m.from(),
                    m.to(),
                    ratio(m),
                    m.up(),
                    m.down(),
                    Svg.number(x),
                    Svg.number(height(ratio(m), bottom, top))));
        }
        String line = points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
        return new HealthTrend(points, line, Svg.number(height(1, bottom, top)), text(top), text(bottom));
    }

    private static double ratio(Movements movements) {
        return (double) movements.up() / movements.down();
    }

    private static double height(double health, double bottom, double top) {
        return BOTTOM - (health - bottom) / (top - bottom) * (BOTTOM - TOP);
    }
}
