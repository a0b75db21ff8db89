package com.regulars.segment.run;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.segment.rating.RunComputation;
import com.regulars.segment.run.RunLog.OpenRun;
import com.regulars.work.AbandonedJobs;
import com.regulars.work.JobCancelledException;
import com.regulars.work.JobProgress;
import com.regulars.work.JobRequest;
import com.regulars.work.Jobs;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A run as a job. All runs, asked for and of the night, are jobs of one queue, so no two overlap on however many nodes;
 * each is one transaction that ends with the counts of the job: a run whose job was given up meanwhile leaves nothing.
 */
@Component
@RequiredArgsConstructor
class RunWork implements AbandonedJobs {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunWork.class);

    static final String KIND = "segment-run";

    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunLog log;
    private final RunComputation computation;
    private final SegmentSettingsBook settings;
    private final ApplicationEventPublisher events;

    /** @return the id of the job that will do it, when the running transaction has committed */
    long start(OpenRun run) {
        var request = JobRequest.of(KIND, run.businessDate().toString()).inQueue(KIND);
        return jobs.start(request.openTo(Permission.SEGMENT_READ), progress -> run(run, progress));
    }

    void run(OpenRun run, JobProgress progress) {
        log.begin(run.id());
        try {
            progress.expect(SegmentRun.STEPS);
            transaction.executeWithoutResult(status -> compute(run, progress));
        } catch (JobCancelledException cancelled) {
            log.fail(run.id(), CANCELLED);
            throw cancelled;
        } catch (RuntimeException failed) {
            log.fail(run.id(), String.valueOf(failed.getMessage()));
            throw failed;
        }
        tell(run);
    }

    private void compute(OpenRun run, JobProgress progress) {
        long start = System.nanoTime();
        letTakeLong();
        var result = computation.compute(run.id(), run.businessDate(), run.fullAsked(), settings.current(), step -> {
            progress.stopIfCancelled();
            progress.reached(step);
        });
        log.finish(result, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        progress.add(new JobProgress.Batch(1, 0, result.changed(), List.of()));
    }

    /** The limits that keep requests from waiting are not for this. */
    private void letTakeLong() {
        jdbc.sql("set local lock_timeout = 0").update();
        jdbc.sql("set local statement_timeout = 0").update();
        jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
        jdbc.sql("set local work_mem = '128MB'").update();
        jdbc.sql("set local jit = off").update();
    }

    private void tell(OpenRun done) {
        try {
            CurrentActor.asSystem(() -> {
                events.publishEvent(new SegmentRunDone(done.id()));
                return done;
            });
        } catch (RuntimeException failed) {
            LOGGER.warn("After segment run {} for {}", done.id(), done.businessDate(), failed);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void abandoned(long jobId, String why) {
        log.failByJob(jobId, why);
    }
}
