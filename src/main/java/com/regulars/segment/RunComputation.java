package com.regulars.segment;

import com.regulars.customer.CustomerRatings;
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
class RunComputation {

    private final JdbcClient jdbc;
    private final SegmentSettingsBook settingsBook;
    private final FigureCounting counting;
    private final CutFinding cutFinding;
    private final StandingFigures standingFigures;
    private final EarlierFigures earlierFigures;
    private final Memberships memberships;
    private final NightAggregates aggregates;
    private final CustomerRatings ratings;

    /** What a run came to. */
    record Result(RunScope scope, Cuts cuts, long customers, long changed) {}

    private record Standing(LocalDate asOf, int windowDays) {}

    /** @param progress is told each step that is done */
    Result compute(long runId, LocalDate asOf, boolean fullAsked, IntConsumer progress) {
        RunScope scope = scope(runId, asOf, fullAsked);
        jdbc.sql(
                        "create temporary table segment_moved (customer_id bigint, from_state varchar(6), to_state varchar(6)) on commit drop")
                .update();
        Cuts cuts = scope.isBackdated() ? lookBack(scope, progress) : goAhead(scope, progress);
        memberships.write(scope);
        if (!scope.isBackdated()) {
            ratings.applyFrom(ratingChanges(scope));
        }
        progress.accept(4);
        long customers = aggregates.write(scope, cuts, scope.isBackdated() ? "segment_counted" : "segment_figure");
        progress.accept(5);
        return new Result(scope, cuts, customers, moved());
    }

    private Cuts goAhead(RunScope scope, IntConsumer progress) {
        CutRule rule = scope.settings().cut();
        Cuts cuts;
        if (scope.full()) {
            counting.countAll(scope);
            progress.accept(1);
            cuts = cutFinding.find(rule, "segment_counted");
            progress.accept(2);
            standingFigures.merge(scope, cuts);
        } else {
            counting.countTouched(scope);
            progress.accept(1);
            standingFigures.merge(scope, Cuts.NONE);
            progress.accept(2);
            cuts = cutFinding.find(rule, "segment_figure");
        }
        standingFigures.classify(scope, cuts);
        standingFigures.settle(scope);
        progress.accept(3);
        return cuts;
    }

    private Cuts lookBack(RunScope scope, IntConsumer progress) {
        counting.countAll(scope);
        progress.accept(1);
        Cuts cuts = cutFinding.find(scope.settings().cut(), "segment_counted");
        progress.accept(2);
        earlierFigures.write(scope, cuts);
        progress.accept(3);
        return cuts;
    }

    private RunScope scope(long runId, LocalDate asOf, boolean fullAsked) {
        SegmentSettings settings = settingsBook.current();
        Standing standing = jdbc.sql("select as_of, window_days from segment_standing")
                .query(Standing.class)
                .optional()
                .orElse(null);
        boolean full = fullAsked
                || standing == null
                || standing.windowDays() != settings.windowDays()
                || asOf.isBefore(standing.asOf());
        return new RunScope(runId, asOf, settings, full, standing == null ? null : standing.asOf(), nextDate(asOf));
    }

    private @Nullable LocalDate nextDate(LocalDate asOf) {
        return jdbc.sql("select min(business_date) from segment_run where in_force and business_date > :asOf")
                .param("asOf", asOf)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
    }

    /** The letter before is the one of the date before, even when this date is rated a second time. */
    private static String ratingChanges(RunScope scope) {
        return """
                select d.customer_id, case when length(d.to_state) = 1 then d.to_state end as quadrant,
                       case when d.to_state is null then 'NEW' when length(d.to_state) = 1 then 'RATED' else d.to_state end as status,
                       date '%1$s' as since, case when length(p.state) = 1 then p.state end as previous
                  from segment_moved d
                  left join segment_membership p on p.customer_id = d.customer_id and p.to_date = date '%1$s'
                """.formatted(scope.asOf());
    }

    private long moved() {
        return jdbc.sql("select count(*) from segment_moved").query(Long.class).single();
    }
}
