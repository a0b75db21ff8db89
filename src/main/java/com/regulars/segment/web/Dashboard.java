package com.regulars.segment.web;

import com.regulars.customer.CustomerStages;
import com.regulars.customer.LifecycleStage;
import com.regulars.segment.SegmentState;
import com.regulars.segment.report.Movements;
import com.regulars.segment.report.SegmentSummary;
import com.regulars.segment.report.SegmentTotals;
import com.regulars.segment.report.ValueClassTotals;
import com.regulars.segment.run.SegmentRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the manager's dashboard shows of one date.
 *
 * @param stages guests in each stage of the life cycle: now on the newest date, else as the run counted them
 * @param stagesNow whether the stages can be opened as lists, which show who stands there now
 * @param compared the date it is compared with; null when there is no earlier run
 * @param preview cut-offs that are only tried; null when those of the run are shown
 */
record Dashboard(
        SegmentSummary summary,
        List<LocalDate> dates,
        List<Quadrant> quadrants,
        DensityPlot plot,
        @Nullable Preview preview,
        @Nullable Compared compared,
        List<ValueClassTotals> valueClasses,
        Map<LifecycleStage, Long> stages,
        boolean stagesNow,
        List<SegmentRun> runs) {

    /** Whether more stand in a stage than a list counts. */
    public boolean isMore(long customers) {
        return stagesNow && customers == CustomerStages.MOST_COUNTED;
    }

    /** Cut-offs being tried. */
    record Preview(long frequencyCut, long spendCutMinor) {}

    /** The movement since an earlier date. */
    record Compared(
            LocalDate on,
            Movements movements,
            FlowChart flow,
            MovementTable table,
            @Nullable String health,
            boolean healthy,
            int upShare,
            HealthTrend trend) {}

    /**
     * One of the four.
     *
     * @param change guests more or fewer than at the compared date; null without one
     * @param guestShare tenths of a percent of all rated guests
     * @param spendShare tenths of a percent of their takings
     */
    record Quadrant(
            SegmentState state,
            SegmentTotals totals,
            @Nullable Long change,
            long guestShare,
            long spendShare) {

        static Quadrant of(SegmentState state, Map<SegmentState, SegmentTotals> all, @Nullable SegmentSummary before) {
            SegmentTotals mine = all.getOrDefault(state, new SegmentTotals(0, 0, 0));
            return new Quadrant(
                    state,
                    mine,
                    before == null ? null : mine.customers() - before.of(state).customers(),
                    share(mine.customers(), sum(all, true)),
                    share(mine.spendMinor(), sum(all, false)));
        }

        public String guestPercent() {
            return percent(guestShare);
        }

        public String spendPercent() {
            return percent(spendShare);
        }

        private static String percent(long tenths) {
            return tenths / 10 + "." + tenths % 10 + "%";
        }

        private static long sum(Map<SegmentState, SegmentTotals> all, boolean guests) {
            return SegmentState.QUADRANTS.stream()
                    .map(state -> all.getOrDefault(state, new SegmentTotals(0, 0, 0)))
                    .mapToLong(totals -> guests ? totals.customers() : totals.spendMinor())
                    .sum();
        }

        private static long share(long part, long whole) {
            return com.regulars.shared.Shares.proportion(1000, part, whole);
        }
    }
}
