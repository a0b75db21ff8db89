package com.regulars.segment.report;

import com.regulars.segment.SegmentState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who went from where to where between two dates that have runs (R5.3). Rows of A to D and LAPSED add up to the first
 * date's counts, columns to the second date's; whoever was not registered or had no visit at the first date comes from
 * NEW.
 */
public record Movements(LocalDate from, LocalDate to, Map<Pair, Long> customers) {

    /** A way from one state to another, or the same. */
    public record Pair(SegmentState from, SegmentState to) {

        /** Better, as A to B or C to D; only between quadrants. */
        public boolean isUp() {
            return from.isQuadrant() && to.isQuadrant() && to.rank() > from.rank();
        }

        public boolean isDown() {
            return from.isQuadrant() && to.isQuadrant() && to.rank() < from.rank();
        }
    }

    public Movements {
        customers = Map.copyOf(customers);
    }

    /**
     * @param moves who went from one state to another; who is not among them stayed where the summaries count him
     */
    static Movements of(MovementBook.Span span, Map<Pair, Long> moves) {
        Map<Pair, Long> all = new HashMap<>();
        for (SegmentState state : SegmentState.values()) {
            for (SegmentState to : SegmentState.values()) {
                all.put(new Pair(state, to), moves.getOrDefault(new Pair(state, to), 0L));
            }
        }
        for (SegmentState state : SegmentState.values()) {
            boolean isNew = state == SegmentState.NEW;
            long total = (isNew ? span.after() : span.before()).of(state).customers();
            long moved = moves.entrySet().stream()
                    .filter(entry -> state
                            == (isNew ? entry.getKey().to() : entry.getKey().from()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            all.merge(new Pair(state, state), total - moved, Long::sum);
        }
        return new Movements(
                span.before().run().businessDate(), span.after().run().businessDate(), all);
    }

    public long of(SegmentState from, SegmentState to) {
        return customers.getOrDefault(new Pair(from, to), 0L);
    }

    public long totalFrom(SegmentState from) {
        return Arrays.stream(SegmentState.values())
                .mapToLong(to -> of(from, to))
                .sum();
    }

    public long totalTo(SegmentState to) {
        return Arrays.stream(SegmentState.values())
                .mapToLong(from -> of(from, to))
                .sum();
    }

    public long up() {
        return sum(true);
    }

    public long down() {
        return sum(false);
    }

    private long sum(boolean up) {
        return customers.entrySet().stream()
                .filter(entry -> up ? entry.getKey().isUp() : entry.getKey().isDown())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
