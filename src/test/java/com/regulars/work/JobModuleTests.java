package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class JobModuleTests {

    private static final Actor ACTOR = Fixtures.apiClient();

    @Autowired
    HikariDataSource pool;

    @Autowired
    Jobs jobs;

    @Autowired
    JobWriter writer;

    @Autowired
    JobWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String queue = "test " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void failsTheJobsOfADeadNodeWhileTheOthersGoOn() {
        var mayEnd = new CountDownLatch(1);
        long running = start("running.csv", progress -> mayEnd.await());
        UUID dead = node(31);
        UUID silent = node(20);
        long ofDead = writer.insert(JobRequest.of("customers", "dead.csv"), ACTOR, dead);
        long ofSilent = writer.insert(JobRequest.of("customers", "silent.csv"), ACTOR, silent);
        long ofUnknown = writer.insert(JobRequest.of("customers", "unknown.csv"), ACTOR, UUID.randomUUID());
        watch.look();
        assertThat(job(ofDead).errorCode()).isEqualTo("JOB_INTERRUPTED");
        assertThat(status(ofUnknown)).isEqualTo(JobStatus.FAILED);
        assertThat(status(ofSilent)).isEqualTo(JobStatus.WAITING);
        assertThat(job(running).isRunning()).isTrue();
        mayEnd.countDown();
        awaitStatus(running, JobStatus.DONE);
        writer.finish(ofSilent, JobStatus.CANCELLED, null);
    }

    @Test
    void staysAliveByLookingAfterItself() {
        var mayEnd = new CountDownLatch(1);
        long running = start("running.csv", progress -> mayEnd.await());
        awaitStatus(running, JobStatus.RUNNING);
        jdbc.sql(
                        "update work_node set alive_at = now() - interval '1 hour' where id = (select node from work_job where id = :id)")
                .param("id", running)
                .update();
        watch.look();
        assertThat(status(running)).isEqualTo(JobStatus.RUNNING);
        mayEnd.countDown();
        awaitStatus(running, JobStatus.DONE);
    }

    @Test
    void leavesAJobAloneWhoseRowIsBeingWritten() {
        long id = writer.insert(JobRequest.of("customers", "dead.csv"), ACTOR, node(31));
        transaction.executeWithoutResult(status -> {
            writer.expect(id, 10);
            inAnotherThread(watch::failJobsOfDeadNodes);
        });
        assertThat(status(id)).isEqualTo(JobStatus.WAITING);
        watch.failJobsOfDeadNodes();
        assertThat(status(id)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void rollsBackTheBatchOfAJobThatOthersGaveUp() {
        long id = writer.insert(JobRequest.of("customers", "late.csv"), ACTOR, node(31));
        writer.begin(id);
        watch.failJobsOfDeadNodes();
        var late = new JobProgress.Batch(1, 1, 0, List.of());
        assertThatThrownBy(() -> writer.add(id, late)).isInstanceOf(JobLostException.class);
        assertThat(status(id)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void runsTheJobsOfAQueueOneAtATimeInTheOrderTheyWereAskedFor() {
        var order = new CopyOnWriteArrayList<Integer>();
        var mayEnd = new CountDownLatch(1);
        var ids = IntStream.range(0, 4)
                .mapToObj(number -> inQueue(progress -> {
                    order.add(number);
                    mayEnd.await();
                    order.add(number);
                }))
                .toList();
        awaitStatus(ids.getFirst(), JobStatus.RUNNING);
        assertThat(status(ids.get(1))).isEqualTo(JobStatus.WAITING);
        mayEnd.countDown();
        ids.forEach(id -> awaitStatus(id, JobStatus.DONE));
        assertThat(order).containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void waitsForTheJobOfAnotherNodeAndGoesOnWhenThatNodeDied() {
        long elsewhere = writer.insert(JobRequest.of("customers", "elsewhere").inQueue(queue), ACTOR, node(20));
        writer.begin(elsewhere);
        long here = inQueue(progress -> progress.expect(0));
        assertThat(writer.begin(here)).isFalse();
        jdbc.sql(
                        "update work_node set alive_at = now() - interval '1 hour' where id = (select node from work_job where id = :id)")
                .param("id", elsewhere)
                .update();
        watch.look();
        awaitStatus(here, JobStatus.DONE);
        assertThat(status(elsewhere)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void neverBeginsAWaitingJobThatWasCancelled() {
        var mayEnd = new CountDownLatch(1);
        var begun = new CopyOnWriteArrayList<Long>();
        long first = inQueue(progress -> mayEnd.await());
        awaitStatus(first, JobStatus.RUNNING);
        long second = inQueue(progress -> begun.add(progress.jobId()));
        CurrentActor.as(ACTOR, () -> {
            jobs.cancel(second);
            return second;
        });
        awaitStatus(second, JobStatus.CANCELLED);
        mayEnd.countDown();
        awaitStatus(first, JobStatus.DONE);
        assertThat(begun).isEmpty();
    }

    @Test
    void beginsAJobWhenTheTransactionThatAskedForItCommits() {
        var begun = new CountDownLatch(1);
        var takenBack = new CopyOnWriteArrayList<Long>();
        transaction.executeWithoutResult(status -> {
            start("taken-back.csv", progress -> takenBack.add(progress.jobId()));
            status.setRollbackOnly();
        });
        long id = transaction.execute(status -> {
            long asked = start("kept.csv", progress -> begun.countDown());
            assertThat(begun.getCount()).isEqualTo(1);
            return asked;
        });
        awaitStatus(id, JobStatus.DONE);
        assertThat(takenBack).isEmpty();
    }

    @Test
    void showsHowFarALongTransactionIs() {
        var seen = new CopyOnWriteArrayList<Long>();
        long id = start(
                "long.csv",
                progress -> transaction.executeWithoutResult(status -> {
                    progress.reached(7);
                    inAnotherThread(() -> seen.add(job(progress.jobId()).done()));
                }));
        awaitStatus(id, JobStatus.DONE);
        assertThat(seen).containsExactly(7L);
    }

    @Test
    void leavesTheConnectionsToOthersHoweverManyJobsWait() {
        var mayEnd = new CountDownLatch(1);
        var waiting = IntStream.range(0, 40)
                .mapToObj(number -> start(number + ".csv", progress -> mayEnd.await()))
                .toList();
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isLessThan(10));
        mayEnd.countDown();
        waiting.forEach(id -> awaitStatus(id, JobStatus.DONE));
    }

    @Test
    void saysThatAJobBroke() {
        long id = start("broken.csv", progress -> {
            throw new IllegalStateException("on purpose");
        });
        awaitStatus(id, JobStatus.FAILED);
        assertThat(job(id).errorCode()).isEqualTo("JOB_BROKE");
    }

    /** A node that last said so many seconds ago that it lives. */
    private UUID node(int secondsAgo) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into work_node (id, alive_at) values (:id, now() - make_interval(secs => :ago))")
                .param("id", id)
                .param("ago", secondsAgo)
                .update();
        return id;
    }

    private long start(String title, JobWork work) {
        return CurrentActor.as(ACTOR, () -> jobs.start("customers", title, work));
    }

    private long inQueue(JobWork work) {
        return CurrentActor.as(
                ACTOR, () -> jobs.start(JobRequest.of("customers", queue).inQueue(queue), work));
    }

    private static void inAnotherThread(Runnable work) {
        var thread = Thread.ofPlatform().start(work);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void awaitStatus(long id, JobStatus status) {
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    private JobSummary job(long id) {
        return CurrentActor.as(ACTOR, () -> jobs.get(id));
    }

    private JobStatus status(long id) {
        return job(id).status();
    }
}
