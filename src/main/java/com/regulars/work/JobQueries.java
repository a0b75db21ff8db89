package com.regulars.work;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads jobs and the rows they refused. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class JobQueries {

    /** One's own, and those of others that one's permissions and venues cover; no venues are all of them. */
    private static final String SEEN = """
            select * from work_job
             where (owner_key = :owner
                    or seen_by = any(:permissions)
                       and (every_venue or :everywhere or venue_ids <> '{}' and venue_ids <@ :venues))
            """;

    private final JdbcClient jdbc;

    /** Empty also when the actor may not see it. */
    Optional<StoredJob> find(long id, Actor actor) {
        return seenBy(actor, " and id = :id")
                .param("id", id)
                .query(this::stored)
                .optional();
    }

    /** The newest jobs that the actor may see. */
    List<JobSummary> newest(Actor actor, int limit) {
        return seenBy(actor, " order by started_at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> stored(row, number).summary())
                .list();
    }

    private JdbcClient.StatementSpec seenBy(Actor actor, String rest) {
        return jdbc.sql(SEEN + rest)
                .param("owner", actor.key())
                .param(
                        "permissions",
                        actor.permissions().stream().map(Enum::name).toArray(String[]::new))
                .param("everywhere", actor.venueIds().isEmpty())
                .param("venues", actor.venueIds().toArray(Long[]::new));
    }

    /** Whether somebody asked a job to stop, or it is over for the other nodes. */
    boolean mustStop(long id) {
        return jdbc.sql("select cancel_requested or status not in ('WAITING', 'RUNNING') from work_job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether a job of this kind waits or runs on any node. */
    boolean isOpen(String kind) {
        return jdbc.sql("select exists (select from work_job where kind = :kind and status in ('WAITING', 'RUNNING'))")
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** The next refused rows in the order of the file, behind a line; none are the end. */
    List<RejectedRow> rejectedBehind(long line, long id, int most) {
        return jdbc.sql("""
                        select * from work_job_rejected where job_id = :id and line > :line order by line limit :most
                        """)
                .param("id", id)
                .param("line", line)
                .param("most", most)
                .query((row, number) -> new RejectedRow(
                        row.getLong("line"),
                        strings(row, "row_values"),
                        row.getString("reason_field"),
                        row.getString("reason_code"),
                        strings(row, "reason_args")))
                .list();
    }

    /** A job, whose it is and what its file says in the first line. */
    record StoredJob(JobSummary summary, String ownerKey, Permission revealedTo, List<String> columns) {

        boolean isOf(Actor actor) {
            return ownerKey.equals(actor.key());
        }
    }

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
        return new StoredJob(
                summary,
                row.getString("owner_key"),
                Permission.valueOf(row.getString("revealed_to")),
                strings(row, "columns"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
