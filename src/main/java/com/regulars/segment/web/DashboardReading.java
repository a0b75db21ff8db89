package com.regulars.segment.web;

import com.regulars.segment.Movements;
import com.regulars.segment.NightReports;
import com.regulars.segment.SegmentReports;
import com.regulars.segment.SegmentRun;
import com.regulars.segment.SegmentRuns;
import com.regulars.segment.SegmentState;
import com.regulars.segment.SegmentSummary;
import com.regulars.segment.SegmentTotals;
import com.regulars.venue.MoneyFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the dashboard together from the night's aggregates. */
@Component
@RequiredArgsConstructor
class DashboardReading {

    private static final int DATES = 800;
    private static final int LOGGED = 8;
    private static final int POINTS = 8;
    private static final int QUARTER = 90;
    private static final List<Integer> STRIDES = List.of(QUARTER, 30, 7, 1);

    private final SegmentReports reports;
    private final NightReports night;
    private final SegmentRuns runs;
    private final MoneyFormat money;

    /** @param comparedWith null for the last run at least a quarter before, or else the oldest there is */
    Dashboard read(SegmentSummary summary, @Nullable LocalDate comparedWith, Dashboard.@Nullable Preview preview) {
        SegmentRun run = summary.run();
        List<LocalDate> dates =
                reports.inForce(DATES).stream().map(SegmentRun::businessDate).toList();
        List<LocalDate> earlier =
                dates.stream().filter(date -> date.isBefore(run.businessDate())).toList();
        LocalDate compared = comparedWith != null && earlier.contains(comparedWith)
                ? comparedWith
                : back(earlier, run.businessDate(), QUARTER);
        SegmentSummary before = compared == null ? null : reports.summary(compared);
        Map<SegmentState, SegmentTotals> totals = preview == null
                ? summary.states()
                : night.preview(run, preview.frequencyCut(), preview.spendCutMinor());
        long frequencyCut = preview == null ? orOne(run.frequencyCut()) : preview.frequencyCut();
        long spendCut = preview == null ? orOne(run.spendCutMinor()) : preview.spendCutMinor();
        return new Dashboard(
                summary,
                dates,
                SegmentState.QUADRANTS.stream()
                        .map(state -> Dashboard.Quadrant.of(state, totals, before))
                        .toList(),
                DensityPlot.of(run, night.density(run), frequencyCut, spendCut, money),
                preview,
                compared == null ? null : compared(compared, run.businessDate(), dates),
                night.valueClasses(run),
                night.stages(run),
                runs.newest(LOGGED));
    }

    private Dashboard.Compared compared(LocalDate from, LocalDate to, List<LocalDate> dates) {
        Movements movements = reports.movements(from, to);
        Double health = HealthTrend.health(movements);
        long all = movements.up() + movements.down();
        return new Dashboard.Compared(
                from,
                movements,
                FlowChart.of(movements),
                MovementTable.of(movements),
                health == null ? null : HealthTrend.text(health),
                movements.up() >= movements.down(),
                all == 0 ? 50 : (int) (100 * movements.up() / all),
                trend(to, dates));
    }

    /** Quarter by quarter where the history is long enough, else by month, week or night. */
    private HealthTrend trend(LocalDate to, List<LocalDate> newestFirst) {
        List<LocalDate> chain = STRIDES.stream()
                .map(stride -> chain(to, newestFirst, stride))
                .filter(dates -> dates.size() > 4)
                .findFirst()
                .orElseGet(() -> chain(to, newestFirst, 1));
        List<Movements> steps = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++) {
            steps.add(reports.movements(chain.get(i - 1), chain.get(i)));
        }
        return HealthTrend.of(steps);
    }

    private static List<LocalDate> chain(LocalDate to, List<LocalDate> newestFirst, int stride) {
        List<LocalDate> chain = new ArrayList<>(List.of(to));
        for (LocalDate date : newestFirst) {
            if (chain.size() <= POINTS && !date.isAfter(chain.getLast().minusDays(stride))) {
                chain.add(date);
            }
        }
        Collections.reverse(chain);
        return chain;
    }

    private static @Nullable LocalDate back(List<LocalDate> earlier, LocalDate asOf, int days) {
        for (LocalDate date : earlier) {
            if (!date.isAfter(asOf.minusDays(days))) {
                return date;
            }
        }
        return earlier.isEmpty() ? null : earlier.getLast();
    }

    private static long orOne(@Nullable Long value) {
        return value == null ? 1 : value;
    }
}
