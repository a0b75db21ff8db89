package com.regulars.work;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import com.regulars.work.JobQueries.StoredJob;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Long work with progress: it outlives the request that started it, is found again on {@code /jobs}, can be cancelled
 * between two batches and keeps the rows it refused. It is seen by who started it and by those whom
 * its {@link JobRequest} names; for everybody else it is not there.
 */
@Service
@RequiredArgsConstructor
public class Jobs {

    private final JobWriter writer;
    private final JobQueries queries;
    private final JobRunner runner;
    private final JobWatch watch;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    /**
     * Starts work on a thread of its own, as the actor who asks, and comes back at once.
     *
     * @param kind the word of what it does; the text is the message {@code work.job.kind.<kind>}
     * @param title what it works on
     * @return the job's id
     */
    public long start(String kind, String title, JobWork work) {
        return start(JobRequest.of(kind, title), work);
    }

    /**
     * The same for a job that may wait for its turn in a queue. Inside a transaction the work begins when that commits.
     *
     * @return the job's id
     */
    public long start(JobRequest request, JobWork work) {
        Actor actor = currentActor.get();
        long id = writer.insert(request, actor, watch.aliveNode());
        afterCommit(() -> runner.start(id, request, actor, work));
        return id;
    }

    /** Returns when a job that this node was asked for is over. Not within the transaction that asks for it. */
    public void await(long id) {
        runner.await(id);
    }

    private static void afterCommit(Runnable start) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            start.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                start.run();
            }
        });
    }

    /** @throws NotFoundException also when the actor may not see it */
    public JobSummary get(long id) {
        return visible(id).summary();
    }

    /** The newest jobs the actor may see. */
    public List<JobSummary> newest(int limit) {
        Actor actor = currentActor.get();
        return queries.newest(actor, limit);
    }

    /** Whether a job of this kind waits or runs, on whichever node. */
    public boolean isOpen(String kind) {
        return queries.isOpen(kind);
    }

    /**
     * Asks a job to stop after its batch, or not to begin; nothing happens when it is over. One's own, or with
     * {@code JOB_CANCEL} one that is seen.
     */
    @Transactional
    public void cancel(long id) {
        var job = visible(id);
        if (!job.isOf(currentActor.get())) {
            currentActor.require(Permission.JOB_CANCEL);
        }
        if (writer.requestCancel(id)) {
            audit.record(
                    "job.cancelled",
                    "job",
                    id,
                    job.summary().kind() + " " + job.summary().title());
        }
    }

    /**
     * What the actor may do about a job that it sees.
     *
     * @param fetchRejected whether it may have the rows that were refused
     */
    public record Rights(boolean cancel, boolean fetchRejected) {}

    /** @throws NotFoundException also when the actor may not see it */
    public Rights rights(long id) {
        Actor actor = currentActor.get();
        var job = visible(id);
        return new Rights(
                job.isOf(actor) || actor.may(Permission.JOB_CANCEL), job.isOf(actor) || actor.may(job.revealedTo()));
    }

    StoredJob visible(long id) {
        return queries.find(id, currentActor.get()).orElseThrow(() -> new NotFoundException("job", id));
    }
}
