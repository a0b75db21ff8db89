package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class JobModuleTests {

    private static final Actor ACTOR = Fixtures.apiClient();

    @Autowired
    HikariDataSource pool;

    @Autowired
    Jobs jobs;

    @Autowired
    JobTable table;

    @Test
    void aJobThatACrashLeftBehindIsFailedAtTheNextStartAndARunningOneIsNot() throws Exception {
        var mayEnd = new CountDownLatch(1);
        long running = CurrentActor.as(ACTOR, () -> jobs.start("customers", "running.csv", progress -> mayEnd.await()));
        long abandoned = table.insert("customers", "abandoned.csv", ACTOR);
        jobs.failAbandoned();
        assertThat(status(abandoned)).isEqualTo(JobStatus.FAILED);
        assertThat(status(running)).isEqualTo(JobStatus.RUNNING);
        mayEnd.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(running) == JobStatus.DONE);
    }

    @Test
    void aLongQueueOfJobsLeavesTheConnectionsToOthers() {
        var mayEnd = new CountDownLatch(1);
        var queue = CurrentActor.as(
                ACTOR,
                () -> IntStream.range(0, 40)
                        .mapToObj(number -> jobs.start("customers", number + ".csv", progress -> mayEnd.await()))
                        .toList());
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isLessThan(10);
        mayEnd.countDown();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> queue.stream().allMatch(id -> status(id) == JobStatus.DONE));
    }

    @Test
    void aJobThatBreaksSaysSo() {
        long id = CurrentActor.as(
                ACTOR,
                () -> jobs.start("customers", "broken.csv", progress -> {
                    throw new IllegalStateException("on purpose");
                }));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(id) == JobStatus.FAILED);
        assertThat(CurrentActor.as(ACTOR, () -> jobs.get(id)).errorCode()).isEqualTo("JOB_BROKE");
    }

    private JobStatus status(long id) {
        return CurrentActor.as(ACTOR, () -> jobs.get(id)).status();
    }
}
