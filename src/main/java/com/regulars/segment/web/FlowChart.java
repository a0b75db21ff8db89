package com.regulars.segment.web;

import com.regulars.segment.SegmentState;
import com.regulars.segment.report.Movements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who moved between the quadrants, as bands from the left bars to the right ones; those who stayed are left out. */
record FlowChart(List<Bar> before, List<Bar> after, List<Band> bands, long stayed) {

    static final int LEFT = 66;
    static final int RIGHT = 264;
    static final int BAR = 8;
    private static final int TOP = 22;
    private static final int HEIGHT = 228;
    private static final int GAP = 10;
    private static final List<SegmentState> ORDER =
            List.of(SegmentState.B, SegmentState.A, SegmentState.D, SegmentState.C);

    /** A quadrant's movers at one of the dates. */
    record Bar(SegmentState state, long customers, String y, String height, String textY, String shapeY) {}

    /** Movers from one quadrant to another. */
    record Band(SegmentState from, SegmentState to, long customers, String path, String shape) {}

    public boolean isEmpty() {
        return bands.isEmpty();
    }

    static FlowChart of(Movements movements) {
        long movers = 0;
        long stayed = 0;
        for (SegmentState from : ORDER) {
            for (SegmentState to : ORDER) {
                movers += from == to ? 0 : movements.of(from, to);
                stayed += from == to ? movements.of(from, to) : 0;
            }
        }
        double unit = movers == 0 ? 0 : (double) (HEIGHT - GAP * (ORDER.size() - 1)) / movers;
        Map<SegmentState, Double> leftAt = new EnumMap<>(SegmentState.class);
        Map<SegmentState, Double> rightAt = new EnumMap<>(SegmentState.class);
        return new FlowChart(
                bars(movements, unit, true, leftAt),
                bars(movements, unit, false, rightAt),
                bands(movements, unit, leftAt, rightAt),
                stayed);
    }

    private static List<Bar> bars(
            Movements movements, double unit, boolean before, Map<SegmentState, Double> startsAt) {
        List<Bar> bars = new ArrayList<>();
        double y = TOP;
        for (SegmentState state : ORDER) {
            long customers = ORDER.stream()
                    .filter(other -> other != state)
                    .mapToLong(other -> before ? movements.of(state, other) : movements.of(other, state))
                    .sum();
            double height = customers * unit;
            double middle = y + height / 2;
            bars.add(new Bar(
                    state,
                    customers,
                    Svg.number(y),
                    Svg.number(Math.max(1, height)),
                    Svg.number(middle + 5),
                    Svg.number(middle - 5)));
            startsAt.put(state, y);
            y += height + GAP;
        }
        return bars;
    }

    private static List<Band> bands(
            Movements movements, double unit, Map<SegmentState, Double> leftAt, Map<SegmentState, Double> rightAt) {
        List<Band> bands = new ArrayList<>();
        for (SegmentState from : ORDER) {
            for (SegmentState to : ORDER) {
                long customers = from == to ? 0 : movements.of(from, to);
                if (customers > 0) {
                    double height = customers * unit;
                    double y0 = leftAt.merge(from, height, Double::sum) - height;
                    double y1 = rightAt.merge(to, height, Double::sum) - height;
                    bands.add(new Band(from, to, customers, path(y0, y1, height), "flow flow-" + lower(from)));
                }
            }
        }
        return bands;
    }

    private static String path(double y0, double y1, double height) {
        double middle = (LEFT + BAR + RIGHT) / 2.0;
        return "M%s %s C%s %s %s %s %s %s V%s C%s %s %s %s %s %s Z"
                .formatted(
                        LEFT + BAR,
                        Svg.number(y0),
                        middle,
                        Svg.number(y0),
                        middle,
                        Svg.number(y1),
                        RIGHT,
                        Svg.number(y1),
                        Svg.number(y1 + height),
                        middle,
                        Svg.number(y1 + height),
                        middle,
                        Svg.number(y0 + height),
                        LEFT + BAR,
                        Svg.number(y0 + height));
    }

    private static String lower(SegmentState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
