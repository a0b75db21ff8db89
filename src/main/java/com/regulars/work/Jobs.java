package com.regulars.work;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.util.List;
import java.util.concurrent.Semaphore;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Long work with progress: it outlives the request that started it, is found again on {@code /jobs}, can be cancelled
 * between two batches and keeps the rows it refused. Only who started a job, or holds {@code JOB_READ}, sees it.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class Jobs {

    private static final int AT_ONCE = 2;

    private final JobTable table;
    private final CurrentActor currentActor;
    private final JobLocks locks;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * Starts work on a thread of its own, as the actor who asks, and comes back at once.
     *
     * @param kind the word of what it does; the text is the message {@code work.job.kind.<kind>}
     * @param title what it works on
     * @return the job's id
     */
    public long start(String kind, String title, JobWork work) {
        Actor actor = currentActor.get();
        long id = table.insert(kind, title, actor);
        locks.take(id);
        Thread.ofVirtual().name("job-" + id).start(() -> run(id, actor, work));
        return id;
    }

    private void run(long id, Actor actor, JobWork work) {
        turns.acquireUninterruptibly();
        try {
            CurrentActor.as(actor, () -> outcome(id, work));
        } finally {
            turns.release();
            locks.release(id);
        }
    }

    private JobStatus outcome(long id, JobWork work) {
        try {
            work.run(new TableProgress(table, id));
            return end(id, JobStatus.DONE, null);
        } catch (JobCancelledException cancelled) {
            return end(id, JobStatus.CANCELLED, null);
        } catch (RefusedException refused) {
            log.info("Job {} was refused: {}", id, refused.getMessage());
            return end(id, JobStatus.FAILED, refused);
        } catch (Exception | Error failure) {
            log.error("Job {} failed", id, failure);
            return end(id, JobStatus.FAILED, failure);
        }
    }

    private JobStatus end(long id, JobStatus status, @Nullable Throwable failure) {
        table.finish(id, status, failure);
        return status;
    }

    /** @throws NotFoundException also when the actor may not see it */
    public JobSummary get(long id) {
        return visible(id).summary();
    }

    /** The newest jobs the actor may see. */
    public List<JobSummary> newest(int limit) {
        Actor actor = currentActor.get();
        return table.newest(actor.may(Permission.JOB_READ) ? null : actor.key(), limit);
    }

    /** Asks a running job to stop after its batch; nothing happens when it is over. */
    public void cancel(long id) {
        visible(id);
        table.requestCancel(id);
    }

    JobTable.StoredJob visible(long id) {
        Actor actor = currentActor.get();
        return table.find(id)
                .filter(job -> job.ownerKey().equals(actor.key()) || actor.may(Permission.JOB_READ))
                .orElseThrow(() -> new NotFoundException("job", id));
    }

    /** Jobs that a crash interrupted are marked as failed, so that they can be run again. */
    @EventListener(ApplicationReadyEvent.class)
    void failAbandoned() {
        table.failAbandoned();
    }

    private record TableProgress(JobTable table, long jobId) implements JobProgress {

        @Override
        public void expect(long total) {
            table.expect(jobId, total);
        }

        @Override
        public void columns(List<String> columns, List<String> ignored) {
            table.columns(jobId, columns, ignored);
        }

        @Override
        public void add(Batch batch) {
            table.add(jobId, batch);
        }

        @Override
        public void stopIfCancelled() {
            if (table.isCancelRequested(jobId)) {
                throw new JobCancelledException(jobId);
            }
        }
    }
}
