package com.regulars.segment.web;

import com.regulars.customer.CustomerStages;
import com.regulars.segment.SegmentState;
import com.regulars.segment.report.ComparedSummary;
import com.regulars.segment.report.Movements;
import com.regulars.segment.report.NightReports;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.report.SegmentTotals;
import com.regulars.segment.run.RunHistory;
import com.regulars.segment.run.SegmentRun;
import com.regulars.venue.MoneyFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the dashboard together from the night's aggregates. */
@Component
@RequiredArgsConstructor
class DashboardReading {

    /** How many dates can be chosen from. */
    static final int DATES = 800;

    /** How much of the log is shown. */
    static final int LOGGED = 8;

    private final SegmentReports reports;
    private final NightReports night;
    private final CustomerStages stages;
    private final MoneyFormat money;

    /** @param comparedWith null for the last run at least a quarter before, or else the oldest there is */
    Dashboard read(
            RunHistory history, SegmentRun run, @Nullable LocalDate comparedWith, Dashboard.@Nullable Preview preview) {
        ComparedSummary compared = reports.compare(history, run, comparedWith);
        List<SegmentRun> inForce = history.inForce();
        boolean newest = inForce.getFirst().equals(run);
        Map<SegmentState, SegmentTotals> totals = preview == null
                ? compared.summary().states()
                : night.preview(run, newest, preview.frequencyCut(), preview.spendCutMinor());
        long frequencyCut = preview == null ? orOne(run.frequencyCut()) : preview.frequencyCut();
        long spendCut = preview == null ? orOne(run.spendCutMinor()) : preview.spendCutMinor();
        return new Dashboard(
                compared.summary(),
                inForce.stream().map(SegmentRun::businessDate).toList(),
                SegmentState.QUADRANTS.stream()
                        .map(state -> Dashboard.Quadrant.of(state, totals, compared.before()))
                        .toList(),
                DensityPlot.of(run, night.density(run), frequencyCut, spendCut, money),
                preview,
                compared.movements() == null ? null : compared(compared.movements(), compared.trend()),
                night.valueClasses(run),
                newest ? stages.counts() : night.stages(run),
                newest,
                history.logged(LOGGED));
    }

    private static Dashboard.Compared compared(Movements movements, List<Movements> trend) {
        Double health = HealthTrend.health(movements);
        long all = movements.up() + movements.down();
        return new Dashboard.Compared(
                movements.from(),
                movements,
                FlowChart.of(movements),
                MovementTable.of(movements),
                health == null ? null : HealthTrend.text(health),
                movements.up() >= movements.down(),
                all == 0 ? 50 : (int) (100 * movements.up() / all),
                HealthTrend.of(trend));
    }

    private static long orOne(@Nullable Long value) {
        return value == null ? 1 : value;
    }
}
