package com.regulars.segment.web;

import com.regulars.segment.SegmentState;
import com.regulars.segment.report.Movements;
import com.regulars.segment.report.Movements.Pair;
import java.util.List;
import java.util.stream.Stream;

/**
 * The movements as a table whose rows and columns add up. Guests who are new at both dates are left out, and so is the
 * column of those who became new (all their visits were withdrawn) while it is empty.
 */
record MovementTable(List<SegmentState> columns, List<Row> rows, List<Long> totals, long total) {

    /** Guests of one state at the first date. */
    record Row(SegmentState from, List<Figure> figures, long total) {}

    /** How many went one way. */
    record Figure(SegmentState to, long customers, boolean up, boolean down, boolean stayed) {}

    static MovementTable of(Movements movements) {
        boolean anyBecameNew = Stream.of(SegmentState.values())
                .anyMatch(state -> state != SegmentState.NEW && movements.of(state, SegmentState.NEW) > 0);
        List<SegmentState> columns = SegmentState.BEST_FIRST.stream()
                .filter(state -> anyBecameNew || state != SegmentState.NEW)
                .toList();
        List<Row> rows = SegmentState.BEST_FIRST.stream()
                .map(from -> row(movements, from, columns))
                .toList();
        List<Long> totals = columns.stream()
                .map(to -> SegmentState.BEST_FIRST.stream()
                        .mapToLong(from -> shown(movements, from, to))
                        .sum())
                .toList();
        return new MovementTable(
                columns,
                rows,
                totals,
                totals.stream().mapToLong(Long::longValue).sum());
    }

    private static Row row(Movements movements, SegmentState from, List<SegmentState> columns) {
        List<Figure> figures = columns.stream()
                .map(to -> {
                    var pair = new Pair(from, to);
                    return new Figure(to, shown(movements, from, to), pair.isUp(), pair.isDown(), from == to);
                })
                .toList();
        return new Row(
                from, figures, figures.stream().mapToLong(Figure::customers).sum());
    }

    private static long shown(Movements movements, SegmentState from, SegmentState to) {
        return from == SegmentState.NEW && to == SegmentState.NEW ? 0 : movements.of(from, to);
    }
}
