package com.regulars.segment.report;

import com.regulars.segment.SegmentState;
import com.regulars.segment.run.SegmentRun;
import java.util.Map;

/** What a run found, added up (R5.1): its cut-offs are in {@code run}. Every state is present. */
public record SegmentSummary(SegmentRun run, Map<SegmentState, SegmentTotals> states) {

    public SegmentSummary {
        states = Map.copyOf(states);
    }

    public SegmentTotals of(SegmentState state) {
        return states.getOrDefault(state, SegmentTotals.NONE);
    }

    /** Guests who had visits once, none in the window. */
    public long lapsedCustomers() {
        return of(SegmentState.LAPSED).customers();
    }

    /** Guests who had never visited. */
    public long newCustomers() {
        return of(SegmentState.NEW).customers();
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
