package com.regulars.segment.run;

import com.regulars.access.CurrentActor;
import com.regulars.segment.rating.RunComputation;
import com.regulars.segment.rating.RunScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the log of runs. */
@Component
@RequiredArgsConstructor
class RunLog {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** A run that is in the log and not yet done. */
    record OpenRun(long id, LocalDate businessDate, boolean fullAsked) {}

    /** The id of the next run, so that the job of the run knows it before the log knows the job. */
    long nextId() {
        return jdbc.sql("select nextval('segment_run_seq')").query(Long.class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(OpenRun run, long jobId) {
        insert(run, jobId, "ASKED", "");
    }

    /** Empty when this night's run has been put down already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<OpenRun> askForNight(LocalDate businessDate, long jobId) {
        var run = new OpenRun(nextId(), businessDate, false);
        boolean first = insert(
                run,
                jobId,
                "NIGHTLY",
                "on conflict (business_date) where origin = 'NIGHTLY' and status <> 'FAILED' do nothing");
        return first ? Optional.of(run) : Optional.empty();
    }

    private boolean insert(OpenRun run, long jobId, String origin, String onConflict) {
        var by = currentActor.acted();
        return jdbc.sql("""
                                insert into segment_run (id, business_date, origin, full_asked, status, requested_at,
                                                         requested_by_key, requested_by_name, job_id)
                                values (:id, :date, :origin, :full, 'WAITING', :at, :byKey, :byName, :job)
                                """ + onConflict)
                        .param("id", run.id())
                        .param("date", run.businessDate())
                        .param("origin", origin)
                        .param("full", run.fullAsked())
                        .param("at", now())
                        .param("byKey", by.key())
                        .param("byName", by.name())
                        .param("job", jobId)
                        .update()
                == 1;
    }

    /** Seen at once, before the long transaction of the run begins. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(long id) {
        jdbc.sql("update segment_run set status = 'RUNNING', started_at = :at where id = :id and status = 'WAITING'")
                .param("at", now())
                .param("id", id)
                .update();
    }

    /** Nothing happens when it is over already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void fail(long id, String error) {
        fail("id", id, error);
    }

    /** In the transaction that ends the job of the run. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void failByJob(long jobId, String error) {
        fail("job_id", jobId, error);
    }

    private void fail(String column, long id, String error) {
        jdbc.sql("""
                        update segment_run set status = 'FAILED', error = :error, finished_at = :at
                         where %s = :id and status in ('WAITING', 'RUNNING')
                        """.formatted(column))
                .param("error", error.substring(0, Math.min(500, error.length())))
                .param("at", now())
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
                           set status = 'DONE', in_force = true, full_run = :full, finished_at = :at,
                               duration_millis = :duration, customers = :customers, changed = :changed,
                               frequency_cut = :frequencyCut, spend_cut_minor = :spendCut, window_days = :windowDays,
                               cut_mode = :mode, percentile_visits = cast(:percentileVisits as int),
                               percentile_spend = cast(:percentileSpend as int), key_account_minor = :keyAccount,
                               regular_account_minor = :regularAccount
                         where id = :id
                        """)
                .param("full", scope.full())
                .param("at", now())
                .param("duration", durationMillis)
                .param("customers", result.customers())
                .param("changed", result.changed())
                .param("frequencyCut", result.cuts().frequency())
                .param("spendCut", result.cuts().spendMinor())
                .param("id", scope.runId());
        update.params(SegmentSettingsBook.columns(scope.settings())).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
