package com.regulars.work;

import com.regulars.access.Permission;
import com.regulars.live.LiveEvents;
import com.regulars.shared.broadcast.Broadcast;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says every few seconds that this node lives while it has jobs, and fails the jobs of nodes that have not said so for
 * half a minute. By the database's clock, so that the nodes' own clocks may differ.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class JobWatch {

    private static final String OPEN = " and status in ('WAITING', 'RUNNING')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ThisNode node;
    private final JobRunner runner;
    private final Broadcast broadcast;
    private final LiveEvents live;
    private final Abandonment abandonment;

    private record Lost(long id, String kind, @Nullable String queue, Permission seenBy, String ownerKey) {}

    /** The node as one that has just said that it lives. */
    UUID aliveNode() {
        jdbc.sql("""
                        insert into work_node (id, alive_at) values (:id, now())
                        on conflict on constraint work_node_pk do update set alive_at = now()
                        """).param("id", node.id()).update();
        return node.id();
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 2_000)
    void look() {
        if (runner.isBusy()) {
            aliveNode();
        }
        failJobsOfDeadNodes();
    }

    /** Jobs whose rows are being written belong to a node that is still at work: they are left for the next time. */
    void failJobsOfDeadNodes() {
        fail("""
                id in (select id from work_job
                        where status in ('WAITING', 'RUNNING')
                          and node not in (select id from work_node where alive_at > now() - interval '30 seconds')
                          for update skip locked)""");
    }

    /** A node that stops in order says so itself. */
    @PreDestroy
    void giveUpOwnJobs() {
        if (runner.isBusy()) {
            fail("node = '" + node.id() + "'");
        }
    }

    private void fail(String which) {
        transaction.executeWithoutResult(status -> lost(which).forEach(this::abandon));
    }

    private List<Lost> lost(String which) {
        return jdbc.sql("update work_job set status = 'FAILED', finished_at = now(), error_code = '"
                        + AbandonedJobs.INTERRUPTED + "' where " + which + OPEN
                        + " returning id, kind, queue, seen_by, owner_key")
                .query(Lost.class)
                .list();
    }

    private void abandon(Lost job) {
        log.warn("Job {} ({}) was interrupted", job.id, job.kind);
        abandonment.tell(job.id, job.kind, AbandonedJobs.INTERRUPTED);
        live.tell(JobWriter.event(job.id, job.seenBy, job.ownerKey));
        if (job.queue != null) {
            broadcast.tell(runner.topic(), job.queue);
        }
    }
}
