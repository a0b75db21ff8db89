package com.regulars.work;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.RefusedException;
import com.regulars.shared.broadcast.Broadcast;
import com.regulars.shared.broadcast.BroadcastListener;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs of this node, each on a thread of its own: two at once, or in the turn of their queue, which is one for
 * all nodes. Who waits for a turn looks again when a job of the queue ended anywhere, and every few seconds.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class JobRunner implements BroadcastListener {

    private static final int AT_ONCE = 2;
    private static final int LOOK_AGAIN_SECONDS = 3;

    private final JobWriter writer;
    private final JobQueries queries;
    private final Abandonment abandonment;
    private final Broadcast broadcast;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Map<Long, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();

    void start(long id, JobRequest request, Actor actor, JobWork work) {
        open.put(id, new CompletableFuture<>());
        Thread.ofVirtual().name("job-" + id).start(() -> run(id, request, actor, work));
    }

    /** Whether jobs of this node wait or run. */
    boolean isBusy() {
        return !open.isEmpty();
    }

    /** Returns when a job of this node is over; at once when none of this node has the id. */
    void await(long id) {
        var running = open.get(id);
        if (running != null) {
            running.join();
        }
    }

    private void over(long id) {
        var done = open.remove(id);
        if (done != null) {
            done.complete(true);
        }
    }

    private void run(long id, JobRequest request, Actor actor, JobWork work) {
        try {
            if (request.queue() == null) {
                runAmongTwo(id, request, actor, work);
            } else {
                runInQueue(id, request, actor, work);
            }
        } catch (RuntimeException | InterruptedException failure) {
            log.error("Job {} could not run", id, failure);
        } finally {
            over(id);
        }
    }

    private void runAmongTwo(long id, JobRequest request, Actor actor, JobWork work) throws InterruptedException {
        turns.acquire();
        try {
            runWhenBegun(id, request, actor, work);
        } finally {
            turns.release();
        }
    }

    private void runInQueue(long id, JobRequest request, Actor actor, JobWork work) throws InterruptedException {
        try {
            runWhenBegun(id, request, actor, work);
        } finally {
            broadcast.tell(topic(), String.valueOf(request.queue()));
        }
    }

    private void runWhenBegun(long id, JobRequest request, Actor actor, JobWork work) throws InterruptedException {
        while (!begin(id)) {
            if (queries.mustStop(id)) {
                abandonment.cancelWaiting(id, request.kind());
                return;
            }
            awaitTurn();
        }
        CurrentActor.as(actor, () -> outcome(id, work));
    }

    private boolean begin(long id) {
        try {
            return writer.begin(id);
        } catch (DuplicateKeyException anotherWasQuicker) {
            return false;
        }
    }

    private void awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            boolean told = turnEnded.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
            log.trace("Looking for a turn again, told: {}", told);
        } finally {
            lock.unlock();
        }
    }

    private JobStatus outcome(long id, JobWork work) {
        try {
            work.run(new StoredProgress(writer, queries, id));
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
        writer.finish(id, status, failure);
        return status;
    }

    @Override
    public String topic() {
        return "queue";
    }

    @Override
    public void hear(String queue) {
        lock.lock();
        try {
            turnEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void mayHaveMissed() {
        hear("");
    }
}
