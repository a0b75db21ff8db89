package com.regulars.work;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.live.LiveEvent;
import com.regulars.live.LiveEvents;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the life of a job: asked for, begun, its progress, its end. Open pages hear of each at its commit. */
@Component
@RequiredArgsConstructor
@Transactional
class JobWriter {

    private static final String UNEXPECTED = "JOB_BROKE";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final LiveEvents live;

    long insert(JobRequest job, Actor owner, UUID node) {
        return jdbc.sql("""
                        insert into work_job (id, kind, title, queue, status, node, owner_key, owner_name, seen_by, revealed_to, every_venue,
                                              venue_ids, started_at)
                        values (nextval('work_job_seq'), :kind, :title, :queue, 'WAITING', :node, :owner, :name, :seenBy, :revealedTo,
                                :everyVenue, :venues, :now)
                        returning id
                        """)
                .param("kind", job.kind())
                .param("title", job.title())
                .param("queue", job.queue())
                .param("node", node)
                .param("owner", owner.key())
                .param("name", owner.name())
                .param("seenBy", job.seenBy().name())
                .param("revealedTo", job.revealedTo().name())
                .param("everyVenue", job.everyVenue())
                .param("venues", owner.venueIds().toArray(Long[]::new))
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /**
     * Begins a job that waits, unless another one of its queue runs or was asked for before it. Two that begin at the
     * same moment are told apart by the unique key of the running ones.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another one was a moment quicker
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean begin(long id) {
        int begun = jdbc.sql("""
                        update work_job job set status = 'RUNNING', started_at = :now
                         where id = :id and status = 'WAITING' and not cancel_requested
                           and not exists (select from work_job other
                                            where other.queue = job.queue and other.id <> job.id
                                              and (other.status = 'RUNNING'
                                                   or other.status = 'WAITING' and other.id < job.id))
                        """).param("id", id).param("now", now()).update();
        if (begun == 1) {
            tell(id);
        }
        return begun == 1;
    }

    void expect(long id, long total) {
        jdbc.sql("update work_job set total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
        tell(id);
    }

    /** Shown at once, also while the transaction of the work goes on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void reached(long id, long done) {
        jdbc.sql("update work_job set done = :done where id = :id and status = 'RUNNING'")
                .param("done", done)
                .param("id", id)
                .update();
        tell(id);
    }

    void columns(long id, List<String> columns, List<String> ignored) {
        jdbc.sql("update work_job set columns = :columns, ignored_columns = :ignored where id = :id")
                .param("columns", columns.toArray(String[]::new))
                .param("ignored", ignored.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    /** @throws JobLostException when the job is over for the other nodes, so that the batch is rolled back with it */
    void add(long id, JobProgress.Batch batch) {
        int running = jdbc.sql("""
                        update work_job set done = done + :done, created = created + :created, updated = updated + :updated,
                               rejected = rejected + :rejected
                         where id = :id and status = 'RUNNING'
                        """)
                .param("done", batch.done())
                .param("created", batch.created())
                .param("updated", batch.updated())
                .param("rejected", batch.rejected().size())
                .param("id", id)
                .update();
        if (running == 0) {
            throw new JobLostException(id);
        }
        reject(id, batch.rejected());
        tell(id);
    }

    private void reject(long id, List<RejectedRow> rows) {
        batches.batchUpdate("""
                insert into work_job_rejected (job_id, line, row_values, reason_field, reason_code, reason_args)
                values (?, ?, ?, ?, ?, ?)
                """, rows.stream().map(row -> columns(id, row)).toList());
    }

    private static Object[] columns(long id, RejectedRow row) {
        return new Object[] {
            id,
            row.line(),
            row.values().toArray(String[]::new),
            row.field(),
            row.reasonKey(),
            row.reasonArgs().toArray(String[]::new)
        };
    }

    /** @return false when it is over, or asked to stop already */
    boolean requestCancel(long id) {
        int asked = jdbc.sql("""
                        update work_job set cancel_requested = true
                         where id = :id and status in ('WAITING', 'RUNNING') and not cancel_requested
                        """).param("id", id).update();
        tell(id);
        return asked == 1;
    }

    /** @return whether this ended it: false when it is over already */
    boolean finish(long id, JobStatus status, @Nullable Throwable failure) {
        int ended = jdbc.sql("""
                        update work_job set status = :status, finished_at = :now, error_code = :code, error_args = :args,
                               total = case when :status = 'DONE' then done else total end
                         where id = :id and status in ('WAITING', 'RUNNING')
                        """)
                .param("status", status.name())
                .param("now", now())
                .param("code", failure == null ? null : errorCode(failure))
                .param("args", errorArgs(failure))
                .param("id", id)
                .update();
        tell(id);
        return ended == 1;
    }

    private static String errorCode(Throwable failure) {
        return failure instanceof RefusedException refused ? refused.getCode() : UNEXPECTED;
    }

    private static String[] errorArgs(@Nullable Throwable failure) {
        return failure instanceof RefusedException refused
                ? refused.getArgs().stream().map(String::valueOf).toArray(String[]::new)
                : new String[0];
    }

    /** Says to open pages and to jobs that wait that this one went on. */
    private void tell(long id) {
        jdbc.sql("select seen_by, owner_key from work_job where id = :id")
                .param("id", id)
                .query((row, number) -> event(id, Permission.valueOf(row.getString(1)), row.getString(2)))
                .optional()
                .ifPresent(live::tell);
    }

    /** That it went on, not how: what is to be seen of it is asked for by who may see it. */
    static LiveEvent event(long id, Permission seenBy, String ownerKey) {
        return LiveEvent.of("job", id, seenBy).ownedBy(ownerKey);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
