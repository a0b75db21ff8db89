package com.regulars.segment.report;

import com.regulars.segment.report.MovementQueries.Runs;
import com.regulars.segment.report.Movements.Pair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Movements between two runs never change, so they are counted once and remembered, the least used forgotten first; those
 * that the dashboard of a night opens with are kept in the database when the night is over.
 */
@Component
@RequiredArgsConstructor
class MovementBook {

    private static final int REMEMBERED = 256;

    private final MovementQueries queries;

    private final Map<Runs, Movements> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Runs, Movements> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What lies between two dates that have runs. */
    record Span(SegmentSummary before, SegmentSummary after) {

        /** @param oldestFirst one more than there are spans */
        static List<Span> chain(List<SegmentSummary> oldestFirst) {
            return IntStream.range(1, oldestFirst.size())
                    .mapToObj(i -> new Span(oldestFirst.get(i - 1), oldestFirst.get(i)))
                    .toList();
        }

        Runs runs() {
            return new Runs(before.run().id(), after.run().id());
        }
    }

    /** In the order of the spans; all that are not remembered are read in one statement, and what was not kept counted. */
    List<Movements> of(List<Span> spans) {
        Map<Runs, Movements> found = new HashMap<>();
        List<Span> unknown = spans.stream()
                .filter(span -> {
                    Movements known = recall(span.runs());
                    if (known != null) {
                        found.put(span.runs(), known);
                    }
                    return known == null;
                })
                .toList();
        if (!unknown.isEmpty()) {
            var kept = queries.kept(unknown.stream().map(Span::runs).toList());
            unknown.forEach(span -> found.computeIfAbsent(span.runs(), runs -> {
                Map<Pair, Long> moves = kept.get(runs);
                return remember(runs, moves == null ? count(span) : Movements.of(span, moves));
            }));
        }
        return spans.stream()
                .map(span -> Objects.requireNonNull(found.get(span.runs())))
                .toList();
    }

    private Movements count(Span span) {
        return Movements.of(
                span,
                queries.moves(
                        span.before().run().businessDate(), span.after().run().businessDate()));
    }

    private @Nullable Movements recall(Runs runs) {
        synchronized (remembered) {
            return remembered.get(runs);
        }
    }

    private Movements remember(Runs runs, Movements movements) {
        synchronized (remembered) {
            remembered.put(runs, movements);
        }
        return movements;
    }
}
