package com.regulars.segment.run;

import com.regulars.access.CurrentActor;
import com.regulars.segment.rating.RunComputation;
import com.regulars.segment.rating.RunScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the log of runs; each change is a transaction of its own, so that others see how far a run is. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.REQUIRES_NEW)
class RunLog {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** A run that waits for its turn to be taken. */
    record OpenRun(long id, LocalDate businessDate, boolean fullAsked) {}

    long ask(LocalDate businessDate, boolean full) {
        return insert(businessDate, full, "ASKED", "").orElseThrow();
    }

    /** Empty when this night's run has been put down already, by this node or another. */
    Optional<Long> askForNight(LocalDate businessDate) {
        return insert(
                businessDate,
                false,
                "NIGHTLY",
                "on conflict (business_date) where origin = 'NIGHTLY' and status <> 'FAILED' do nothing");
    }

    private Optional<Long> insert(LocalDate businessDate, boolean full, String origin, String onConflict) {
        return jdbc.sql("""
                        insert into segment_run (id, business_date, origin, full_asked, status, requested_at, requested_by)
                        values (nextval('segment_run_seq'), :date, :origin, :full, 'WAITING', :at, :by)
                        %s
                        returning id
                        """.formatted(onConflict))
                .param("date", businessDate)
                .param("origin", origin)
                .param("full", full)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentActor.find().map(actor -> actor.name()).orElse("-"))
                .query(Long.class)
                .optional();
    }

    /** To be called by the holder of the lock: nobody else runs, so a run that seems to has died with its node. */
    void failInterrupted() {
        jdbc.sql("""
                        update segment_run set status = 'FAILED', error = 'interrupted', finished_at = :at
                         where status = 'RUNNING'
                        """).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** To be called by the holder of the lock. */
    Optional<OpenRun> takeNext() {
        return jdbc.sql("""
                        update segment_run set status = 'RUNNING', started_at = :at
                         where id = (select min(id) from segment_run where status = 'WAITING')
                        returning id, business_date, full_asked
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(OpenRun.class)
                .optional();
    }

    void progress(long id, int step) {
        jdbc.sql("update segment_run set step = :step where id = :id")
                .param("step", step)
                .param("id", id)
                .update();
    }

    void fail(long id, String error) {
        jdbc.sql("""
                        update segment_run set status = 'FAILED', error = :error, finished_at = :at
                         where id = :id and status <> 'DONE'
                        """)
                .param("error", error.substring(0, Math.min(500, error.length())))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** In the transaction of the run itself: its result and its row appear together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(RunComputation.Result result, long durationMillis) {
        RunScope scope = result.scope();
        jdbc.sql("update segment_run set in_force = false where business_date = :date and in_force")
                .param("date", scope.asOf())
                .update();
        var update = jdbc.sql("""
                        update segment_run
                           set status = 'DONE', in_force = true, step = :step, full_run = :full, finished_at = :at,
                               duration_millis = :duration, customers = :customers, changed = :changed,
                               frequency_cut = :frequencyCut, spend_cut_minor = :spendCut, window_days = :windowDays,
                               cut_mode = :mode, percentile_visits = cast(:percentileVisits as int),
                               percentile_spend = cast(:percentileSpend as int), key_account_minor = :keyAccount,
                               regular_account_minor = :regularAccount
                         where id = :id
                        """)
                .param("step", SegmentRun.STEPS)
                .param("full", scope.full())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("duration", durationMillis)
                .param("customers", result.customers())
                .param("changed", result.changed())
                .param("frequencyCut", result.cuts().frequency())
                .param("spendCut", result.cuts().spendMinor())
                .param("id", scope.runId());
        update.params(SegmentSettingsBook.columns(scope.settings())).update();
    }
}
