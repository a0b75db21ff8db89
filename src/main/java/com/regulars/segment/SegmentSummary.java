package com.regulars.segment;

import java.util.Map;

/** What a run found, added up (R5.1): its cut-offs are in {@code run}. Every state is present. */
public record SegmentSummary(SegmentRun run, Map<SegmentState, SegmentTotals> states) {

    public SegmentSummary {
        states = Map.copyOf(states);
    }

    public SegmentTotals of(SegmentState state) {
        return states.getOrDefault(state, SegmentTotals.NONE);
    }

    /** Guests in A to D. */
    public long ratedCustomers() {
        return SegmentState.QUADRANTS.stream()
                .mapToLong(quadrant -> of(quadrant).customers())
                .sum();
    }

    /** Spend of the guests in A to D. */
    public long ratedSpendMinor() {
        return SegmentState.QUADRANTS.stream()
                .mapToLong(quadrant -> of(quadrant).spendMinor())
                .sum();
    }
}
