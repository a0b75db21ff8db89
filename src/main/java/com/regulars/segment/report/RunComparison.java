package com.regulars.segment.report;

import com.regulars.segment.run.SegmentRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The runs that a run is seen beside: one it is compared with, and those that show how things went up to it.
 *
 * @param compared null when there is no earlier run
 * @param chain oldest first, the run itself last: quarter by quarter where the history is long enough, else by month, week
 *     or night
 */
record RunComparison(SegmentRun run, @Nullable SegmentRun compared, List<SegmentRun> chain) {

    private static final int POINTS = 8;
    private static final int QUARTER = 90;
    private static final List<Integer> STRIDES = List.of(QUARTER, 30, 7, 1);
    private static final int FEWEST_POINTS = 5;

    /**
     * @param newestFirst the runs in force
     * @param comparedWith null for the last run at least a quarter before, or else the oldest there is
     */
    static RunComparison of(SegmentRun run, List<SegmentRun> newestFirst, @Nullable LocalDate comparedWith) {
        List<SegmentRun> earlier = newestFirst.stream()
                .filter(other -> other.businessDate().isBefore(run.businessDate()))
                .toList();
        if (earlier.isEmpty()) {
            return new RunComparison(run, null, List.of(run));
        }
        SegmentRun compared = earlier.stream()
                .filter(other -> other.businessDate().equals(comparedWith))
                .findFirst()
                .orElseGet(() -> aQuarterBefore(run, earlier));
        List<SegmentRun> chain = STRIDES.stream()
                .map(stride -> chain(run, earlier, stride))
                .filter(runs -> runs.size() >= FEWEST_POINTS)
                .findFirst()
                .orElseGet(() -> chain(run, earlier, 1));
        return new RunComparison(run, compared, chain);
    }

    /** The pairs of runs whose movements show it. */
    Set<Step> steps() {
        Set<Step> steps = new LinkedHashSet<>();
        for (int i = 1; i < chain.size(); i++) {
            steps.add(new Step(chain.get(i - 1), chain.get(i)));
        }
        if (compared != null) {
            steps.add(new Step(compared, run));
        }
        return steps;
    }

    /** From a run to a later one. */
    record Step(SegmentRun from, SegmentRun to) {

        MovementQueries.Runs ids() {
            return new MovementQueries.Runs(from.id(), to.id());
        }
    }

    private static SegmentRun aQuarterBefore(SegmentRun run, List<SegmentRun> earlier) {
        LocalDate latest = run.businessDate().minusDays(QUARTER);
        return earlier.stream()
                .filter(other -> !other.businessDate().isAfter(latest))
                .findFirst()
                .orElseGet(earlier::getLast);
    }

    private static List<SegmentRun> chain(SegmentRun run, List<SegmentRun> earlier, int stride) {
        List<SegmentRun> chain = new ArrayList<>(List.of(run));
        for (SegmentRun other : earlier) {
            LocalDate latest = chain.getLast().businessDate().minusDays(stride);
            if (chain.size() <= POINTS && !other.businessDate().isAfter(latest)) {
                chain.add(other);
            }
        }
        Collections.reverse(chain);
        return chain;
    }
}
