package com.regulars.segment.run;

import com.regulars.shared.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log of runs, and which of them is read for a date. */
@Component
@RequiredArgsConstructor
public class RunQueries {

    private static final String COLUMNS = """
            select id, business_date, status, in_force, full_asked or full_run as "full", window_days, customers, changed,
                   frequency_cut, spend_cut_minor, job_id, requested_at, requested_by_key, requested_by_name, finished_at,
                   duration_millis, error
              from segment_run
            """;

    private static final String FINISHED_LAST =
            " where status = 'DONE' and in_force order by finished_at desc, id desc limit 1";

    private final JdbcClient jdbc;

    /** @throws NotFoundException when there is no such run */
    SegmentRun get(long id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(SegmentRun.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("segmentRun", id));
    }

    /**
     * @param asOf null for the run that finished last, whatever its date
     * @throws NotFoundException when there is none
     */
    public SegmentRun inForce(@Nullable LocalDate asOf) {
        return asOf == null
                ? finishedLast().orElseThrow(() -> new NotFoundException("segmentRun", "-"))
                : find(asOf).orElseThrow(() -> new NotFoundException("segmentRunOfDate", asOf));
    }

    public Optional<SegmentRun> finishedLast() {
        return jdbc.sql(COLUMNS + FINISHED_LAST).query(SegmentRun.class).optional();
    }

    /** The run of the newest date; the customers' current letters are its. */
    public Optional<SegmentRun> newestDate() {
        return jdbc.sql(COLUMNS + " where in_force order by business_date desc limit 1")
                .query(SegmentRun.class)
                .optional();
    }

    /** The log, newest first. */
    List<SegmentRun> newest(int limit) {
        return jdbc.sql(COLUMNS + " order by id desc limit :limit")
                .param("limit", limit)
                .query(SegmentRun.class)
                .list();
    }

    /** All that a page about runs needs to know of them, in one statement. */
    public RunHistory history(@Nullable LocalDate asOf, int dates, int logged) {
        return new RunHistory(jdbc.sql(COLUMNS + """
                         where id in (select id from segment_run where in_force and business_date = :asOf
                                union (select id from segment_run where in_force order by business_date desc limit :dates)
                                union (select id from segment_run order by id desc limit :logged)
                                union (select id from segment_run where status in ('WAITING', 'RUNNING')))
                         order by id desc
                        """)
                .param("asOf", asOf)
                .param("dates", dates)
                .param("logged", logged)
                .query(SegmentRun.class)
                .list());
    }

    private Optional<SegmentRun> find(LocalDate asOf) {
        return jdbc.sql(COLUMNS + " where in_force and business_date = :asOf")
                .param("asOf", asOf)
                .query(SegmentRun.class)
                .optional();
    }
}
