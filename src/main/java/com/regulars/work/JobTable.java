package com.regulars.work;

import com.regulars.access.Actor;
import com.regulars.shared.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The jobs as they are stored. */
@Component
@RequiredArgsConstructor
@Transactional
class JobTable {

    private static final String UNEXPECTED = "JOB_BROKE";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    long insert(String kind, String title, Actor owner) {
        return jdbc.sql("""
                        insert into work_job (id, kind, title, status, owner_key, owner_name, started_at)
                        values (nextval('work_job_seq'), :kind, :title, 'RUNNING', :owner, :name, :now) returning id
                        """)
                .param("kind", kind)
                .param("title", title)
                .param("owner", owner.key())
                .param("name", owner.name())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    void expect(long id, long total) {
        jdbc.sql("update work_job set total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
    }

    void columns(long id, List<String> columns, List<String> ignored) {
        jdbc.sql("update work_job set columns = :columns, ignored_columns = :ignored where id = :id")
                .param("columns", columns.toArray(String[]::new))
                .param("ignored", ignored.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    void add(long id, JobProgress.Batch batch) {
        jdbc.sql("""
                        update work_job set done = done + :done, created = created + :created, updated = updated + :updated,
                               rejected = rejected + :rejected
                         where id = :id
                        """)
                .param("done", batch.done())
                .param("created", batch.created())
                .param("updated", batch.updated())
                .param("rejected", batch.rejected().size())
                .param("id", id)
                .update();
        reject(id, batch.rejected());
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

    /** Gives the refused rows to {@code reader} one by one, in the order of the file. */
    void readRejected(long id, Consumer<RejectedRow> reader) {
        batches.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select * from work_job_rejected where job_id = ? order by line");
                    statement.setLong(1, id);
                    statement.setFetchSize(1000);
                    return statement;
                },
                row -> {
                    reader.accept(new RejectedRow(
                            row.getLong("line"),
                            strings(row, "row_values"),
                            row.getString("reason_field"),
                            row.getString("reason_code"),
                            strings(row, "reason_args")));
                });
    }

    boolean isCancelRequested(long id) {
        return jdbc.sql("select cancel_requested from work_job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void requestCancel(long id) {
        jdbc.sql("update work_job set cancel_requested = true where id = :id and status = 'RUNNING'")
                .param("id", id)
                .update();
    }

    void finish(long id, JobStatus status, @Nullable Throwable failure) {
        jdbc.sql("""
                        update work_job set status = :status, finished_at = :now, error_code = :code, error_args = :args,
                               total = case when :status = 'DONE' then done else total end
                         where id = :id and status = 'RUNNING'
                        """)
                .param("status", status.name())
                .param("now", now())
                .param("code", failure == null ? null : errorCode(failure))
                .param("args", errorArgs(failure))
                .param("id", id)
                .update();
    }

    private static String errorCode(Throwable failure) {
        return failure instanceof RefusedException refused ? refused.getCode() : UNEXPECTED;
    }

    private static String[] errorArgs(@Nullable Throwable failure) {
        return failure instanceof RefusedException refused
                ? refused.getArgs().stream().map(String::valueOf).toArray(String[]::new)
                : new String[0];
    }

    /** Ends the jobs whose process is gone: a running job holds a lock that ends with its process. */
    int failAbandoned() {
        return jdbc.sql("""
                        update work_job set status = 'FAILED', finished_at = :now, error_code = 'JOB_INTERRUPTED'
                         where status = 'RUNNING' and pg_try_advisory_xact_lock(:space, id::int)
                        """).param("now", now()).param("space", JobLocks.SPACE).update();
    }

    Optional<StoredJob> find(long id) {
        return jdbc.sql("select * from work_job where id = :id")
                .param("id", id)
                .query(this::stored)
                .optional();
    }

    /** The newest jobs, of everybody or of one owner. */
    List<JobSummary> newest(@Nullable String ownerKey, int limit) {
        return jdbc.sql("""
                        select * from work_job where cast(:owner as text) is null or owner_key = :owner
                         order by started_at desc, id desc limit :limit
                        """)
                .param("owner", ownerKey)
                .param("limit", limit)
                .query((row, number) -> stored(row, number).summary())
                .list();
    }

    /** A job and whose it is. */
    record StoredJob(JobSummary summary, String ownerKey, List<String> columns) {}

    private StoredJob stored(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        var summary = new JobSummary(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("title"),
                JobStatus.valueOf(row.getString("status")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("rejected"),
                row.getBoolean("cancel_requested"),
                row.getString("owner_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                strings(row, "ignored_columns"),
                row.getString("error_code"),
                strings(row, "error_args"));
        return new StoredJob(summary, row.getString("owner_key"), strings(row, "columns"));
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
