package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegularsTest
class ScheduleModuleTests {

    @Autowired
    Schedules schedules;

    @Autowired
    JobWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<ScheduledWork> works;

    @Autowired
    MessageSource messages;

    private final Nightly work = new Nightly();

    @Test
    void beginsWithTheNextSlotAndRunsEachOnce() {
        schedules.startOnce(work, "2026-11-22T05:20");
        schedules.startOnce(work, "2026-11-23T05:20");
        schedules.startOnce(work, "2026-11-23T05:20");
        schedules.startOnce(work, "2026-11-22T05:20");
        schedules.startOnce(work, "2026-11-24T05:20");
        await().untilAsserted(() -> assertThat(work.runs).containsExactly("2026-11-23T05:20", "2026-11-24T05:20"));
        assertThat(titles()).containsExactly("2026-11-23T05:20", "2026-11-24T05:20");
    }

    @Test
    void runsASlotOnceHoweverManyNodesSeeThatItIsDue() {
        schedules.startOnce(work, "2026-11-22T05:20");
        var nodes = IntStream.range(0, 8)
                .mapToObj(node -> CompletableFuture.runAsync(() -> schedules.startOnce(work, "2026-11-23T05:20")))
                .toList();
        nodes.forEach(CompletableFuture::join);
        await().untilAsserted(() -> assertThat(work.runs).hasSize(1));
        assertThat(titles()).hasSize(1);
    }

    @Test
    void runsAnInterruptedSlotAgainButNotForEver() {
        schedules.startOnce(work, "2026-11-22T05:20");
        for (int attempt = 1; attempt <= 4; attempt++) {
            schedules.startOnce(work, "2026-11-23T05:20");
            int begun = Math.min(attempt, 3);
            await().untilAsserted(() -> assertThat(work.runs).hasSize(begun));
            await().untilAsserted(() -> assertThat(open()).isZero());
            interruptNewest();
        }
        assertThat(work.runs).hasSize(3);
    }

    @Test
    void doesNotTryAgainWhatBroke() {
        work.breaks = true;
        schedules.startOnce(work, "2026-11-22T05:20");
        schedules.startOnce(work, "2026-11-23T05:20");
        await().untilAsserted(() -> assertThat(work.runs).hasSize(1));
        await().untilAsserted(() -> assertThat(open()).isZero());
        schedules.startOnce(work, "2026-11-23T05:20");
        assertThat(titles()).hasSize(1);
    }

    @Test
    void namesEveryKindInBothLanguages() {
        assertThat(works)
                .extracting(ScheduledWork::kind)
                .contains("ledger-verification", "points-expiry", "segment-run", "request-forgetting");
        for (var scheduled : works) {
            for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(messages.getMessage("work.job.kind." + scheduled.kind(), null, language))
                        .isNotBlank();
            }
        }
    }

    @Test
    void runsEveryNightlyWorkAsAJobThatEndsWell() {
        for (var scheduled : works) {
            jdbc.sql("delete from work_schedule where kind = :kind")
                    .param("kind", scheduled.kind())
                    .update();
            schedules.startOnce(scheduled, "2026-11-22T05:20");
            schedules.startOnce(scheduled, "2026-11-23T05:20");
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select status from work_job where kind = :kind order by id desc limit 1")
                                    .param("kind", scheduled.kind())
                                    .query(String.class)
                                    .single())
                    .isEqualTo("DONE"));
        }
    }

    private List<String> titles() {
        return jdbc.sql("select title from work_job where kind = :kind order by id")
                .param("kind", work.kind())
                .query(String.class)
                .list();
    }

    private int open() {
        return jdbc.sql("select count(*) from work_job where kind = :kind and status in ('WAITING', 'RUNNING')")
                .param("kind", work.kind())
                .query(Integer.class)
                .single();
    }

    /** As if its node had died before it was done. */
    private void interruptNewest() {
        jdbc.sql("""
                        update work_job set status = 'RUNNING', finished_at = null, node = gen_random_uuid()
                         where id = (select max(id) from work_job where kind = :kind)
                        """).param("kind", work.kind()).update();
        watch.failJobsOfDeadNodes();
    }

    private static final class Nightly implements ScheduledWork {

        final List<String> runs = new CopyOnWriteArrayList<>();
        private final String kind = "test " + UUID.randomUUID().toString().substring(0, 13);
        volatile boolean breaks;

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Optional<String> due() {
            return Optional.empty();
        }

        @Override
        public void run(String slot, JobProgress progress) {
            runs.add(slot);
            if (breaks) {
                throw new IllegalStateException("on purpose");
            }
        }
    }
}
