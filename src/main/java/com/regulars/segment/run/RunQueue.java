package com.regulars.segment.run;

import com.regulars.access.CurrentActor;
import com.regulars.segment.rating.RunComputation;
import com.regulars.segment.run.RunLog.OpenRun;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the runs that wait, oldest first and one at a time on all nodes together: whoever holds the advisory lock of
 * the database runs, and holds it to the end of its transaction, so a node that dies gives it back.
 */
@Component
class RunQueue implements DisposableBean {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunQueue.class);
    private static final long LOCK = 5_101_201L;
    private static final int STOP_SECONDS = 15;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunLog log;
    private final RunComputation computation;
    private final SegmentSettingsBook settings;
    private final ApplicationEventPublisher events;
    private final ReentrantLock oneOnThisNode = new ReentrantLock(true);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("segment-run").factory());

    RunQueue(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            RunLog log,
            RunComputation computation,
            SegmentSettingsBook settings,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.computation = computation;
        this.settings = settings;
    }

    /** Works off what waits, on a thread of its own. */
    void wake() {
        try {
            var unused = worker.submit(() -> CurrentActor.asSystem(() -> {
                workOff();
                return true;
            }));
        } catch (RejectedExecutionException stopping) {
            LOGGER.info("Waiting runs are left to the next start");
        }
    }

    /** Works off what waits, and returns when nothing waits any more. */
    void workOff() {
        oneOnThisNode.lock();
        try {
            boolean more = true;
            while (more) {
                more = runNext();
            }
        } finally {
            oneOnThisNode.unlock();
        }
    }

    private boolean runNext() {
        var taken = new Taken();
        try {
            boolean ran = Boolean.TRUE.equals(transaction.execute(status -> {
                takeTurn();
                log.failInterrupted();
                taken.run = log.takeNext().orElse(null);
                return taken.run != null && run(taken.run);
            }));
            if (ran && taken.run != null) {
                tell(taken.run);
            }
            return ran;
        } catch (RuntimeException failed) {
            if (taken.run == null) {
                throw failed;
            }
            LOGGER.error("Segment run {} for {} failed", taken.run.id(), taken.run.businessDate(), failed);
            log.fail(taken.run.id(), String.valueOf(failed.getMessage()));
            return true;
        }
    }

    /** However long the run before takes: the limits that keep requests from waiting are not for this. */
    private void takeTurn() {
        jdbc.sql("set local lock_timeout = 0").update();
        jdbc.sql("set local statement_timeout = 0").update();
        jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
    }

    private void tell(OpenRun done) {
        try {
            events.publishEvent(new SegmentRunDone(done.id()));
        } catch (RuntimeException failed) {
            LOGGER.warn("After segment run {} for {}", done.id(), done.businessDate(), failed);
        }
    }

    private static final class Taken {
        @Nullable
        OpenRun run;
    }

    private boolean run(OpenRun open) {
        long start = System.nanoTime();
        jdbc.sql("set local work_mem = '128MB'").update();
        jdbc.sql("set local jit = off").update();
        var result = computation.compute(
                open.id(),
                open.businessDate(),
                open.fullAsked(),
                settings.current(),
                step -> log.progress(open.id(), step));
        log.finish(result, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return true;
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
