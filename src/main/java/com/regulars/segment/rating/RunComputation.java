package com.regulars.segment.rating;

import java.time.LocalDate;
import java.util.function.IntConsumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a run does, set-based in SQL and in one transaction of the caller: all of its result appears at once, or none of
 * it. A run for a date before the newest one, the first run, one after the window was changed, and one that is asked for
 * as such counts every guest; any other counts only guests whose figures can differ. Both give identical results.
 */
@Component
@RequiredArgsConstructor
public class RunComputation {

    private final JdbcClient jdbc;
    private final FigureCounting counting;
    private final FigureHistogram histogram;
    private final CutFinding cutFinding;
    private final FigureWriter figures;
    private final EarlierFigureWriter earlierFigures;
    private final MembershipWriter memberships;
    private final CellWriter cells;
    private final NightWriter night;

    /** What a run came to. */
    public record Result(RunScope scope, Cuts cuts, long customers, long changed) {}

    /**
     * @param runId names the run's rows
     * @param progress is told each step that is done
     */
    public Result compute(
            long runId, LocalDate asOf, boolean fullAsked, SegmentSettings settings, IntConsumer progress) {
        RunScope scope = scope(runId, asOf, fullAsked, settings);
        if (!scope.full()) {
            // few guests are looked at: to start workers would take longer than what they do
            jdbc.sql("set local max_parallel_workers_per_gather = 0").update();
        }
        memberships.prepare(scope);
        Cuts cuts = scope.isBackdated() ? lookBack(scope, progress) : goAhead(scope, progress);
        long customers = night.write(scope, cuts, scope.isBackdated() ? "segment_cell_past" : "segment_cell");
        progress.accept(5);
        return new Result(scope, cuts, customers, moved());
    }

    private Cuts goAhead(RunScope scope, IntConsumer progress) {
        counting.findChanges(scope);
        progress.accept(1);
        if (scope.full()) {
            histogram.countAnew();
        } else {
            histogram.applyChanges();
        }
        Cuts cuts = cutFinding.find(scope.settings().cut(), "segment_histogram", FigureHistogram.AHEAD);
        progress.accept(2);
        figures.write(scope, cuts);
        figures.reclassify(scope, cuts);
        progress.accept(3);
        memberships.moveOn(scope);
        progress.accept(4);
        cells.write(scope, cuts);
        figures.settle(scope, cuts);
        return cuts;
    }

    private Cuts lookBack(RunScope scope, IntConsumer progress) {
        counting.countForThePast(scope);
        progress.accept(1);
        histogram.countForThePast();
        Cuts cuts = cutFinding.find(scope.settings().cut(), "segment_histogram_past", FigureHistogram.BACK);
        progress.accept(2);
        earlierFigures.write(scope, cuts);
        progress.accept(3);
        memberships.moveThen(scope);
        progress.accept(4);
        cells.countForThePast(scope, cuts);
        return cuts;
    }

    private RunScope scope(long runId, LocalDate asOf, boolean fullAsked, SegmentSettings settings) {
        Standing standing = standing();
        boolean full = fullAsked
                || standing == null
                || standing.windowDays() != settings.windowDays()
                || asOf.isBefore(standing.asOf());
        return new RunScope(runId, asOf, settings, full, standing, nextDate(asOf));
    }

    private @Nullable Standing standing() {
        return jdbc.sql("""
                        select as_of, window_days, frequency_cut, spend_cut_minor, key_account_minor, regular_account_minor
                          from segment_standing
                        """)
                .query((row, number) -> new Standing(
                        row.getObject("as_of", LocalDate.class),
                        row.getInt("window_days"),
                        new Cuts(
                                row.getObject("frequency_cut", Long.class),
                                row.getObject("spend_cut_minor", Long.class)),
                        row.getLong("key_account_minor"),
                        row.getLong("regular_account_minor")))
                .optional()
                .orElse(null);
    }

    private @Nullable LocalDate nextDate(LocalDate asOf) {
        return jdbc.sql("select min(business_date) from segment_run where in_force and business_date > :asOf")
                .param("asOf", asOf)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
    }

    private long moved() {
        return jdbc.sql("select count(*) from segment_moved").query(Long.class).single();
    }
}
