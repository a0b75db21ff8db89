package com.regulars.segment.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run found, beside an earlier one (R5.3).
 *
 * @param before null when there is no earlier run
 * @param movements from the earlier to this one; null when there is no earlier run
 * @param trend movements from one of the runs up to this one to the next, oldest first
 */
public record ComparedSummary(
        SegmentSummary summary,
        @Nullable SegmentSummary before,
        @Nullable Movements movements,
        List<Movements> trend) {

    public ComparedSummary {
        trend = List.copyOf(trend);
    }
}
