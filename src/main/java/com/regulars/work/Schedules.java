package com.regulars.work;

import com.regulars.access.CurrentActor;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts what is due. The row of a kind of work remembers its last slot, and whoever moves it on runs the slot. An
 * installation that is new to a kind begins with the next slot.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Schedules {

    private static final int MOST_ATTEMPTS = 3;

    private final ObjectProvider<ScheduledWork> works;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Jobs jobs;

    @Scheduled(fixedDelay = 20_000, initialDelay = 10_000)
    void look() {
        for (var work : works) {
            try {
                work.due().ifPresent(slot -> startOnce(work, slot));
            } catch (RuntimeException failed) {
                log.error("What is due of {} could not be started", work.kind(), failed);
            }
        }
    }

    void startOnce(ScheduledWork work, String slot) {
        if (isNew(work.kind(), slot)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (claim(work.kind(), slot)) {
                remember(work.kind(), start(work, slot));
            }
        });
    }

    private boolean isNew(String kind, String slot) {
        return jdbc.sql("""
                        insert into work_schedule (kind, slot) values (:kind, :slot)
                        on conflict on constraint work_schedule_pk do nothing
                        """).param("kind", kind).param("slot", slot).update() == 1;
    }

    private boolean claim(String kind, String slot) {
        return jdbc.sql("""
                        update work_schedule due
                           set slot = :slot, attempts = case when slot < :slot then 1 else attempts + 1 end
                         where kind = :kind
                           and (slot < :slot
                                or slot = :slot and attempts < :most
                                   and exists (select from work_job job
                                                where job.id = due.job_id and job.error_code = 'JOB_INTERRUPTED'))
                        """)
                        .param("kind", kind)
                        .param("slot", slot)
                        .param("most", MOST_ATTEMPTS)
                        .update()
                == 1;
    }

    private void remember(String kind, long jobId) {
        jdbc.sql("update work_schedule set job_id = :job where kind = :kind")
                .param("job", jobId)
                .param("kind", kind)
                .update();
    }

    private long start(ScheduledWork work, String slot) {
        var request = JobRequest.of(work.kind(), slot).inQueue(work.kind()).openTo(work.seenBy());
        return CurrentActor.asSystem(() -> jobs.start(request, progress -> work.run(slot, progress)));
    }
}
