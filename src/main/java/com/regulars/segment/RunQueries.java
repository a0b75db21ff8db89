package com.regulars.segment;

import com.regulars.shared.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the run whose result is read for a date. */
@Component
@RequiredArgsConstructor
class RunsInForce {

    private final JdbcClient jdbc;

    /**
     * @param asOf null for the run that finished last, whatever its date
     * @throws NotFoundException when there is none
     */
    SegmentRun get(@Nullable LocalDate asOf) {
        return asOf == null
                ? finishedLast().orElseThrow(() -> new NotFoundException("segmentRun", "-"))
                : find(asOf).orElseThrow(() -> new NotFoundException("segmentRunOfDate", asOf));
    }

    Optional<SegmentRun> find(LocalDate asOf) {
        return jdbc.sql(SegmentRuns.COLUMNS + " where in_force and business_date = :asOf")
                .param("asOf", asOf)
                .query(SegmentRun.class)
                .optional();
    }

    Optional<SegmentRun> finishedLast() {
        return jdbc.sql(SegmentRuns.COLUMNS
                        + " where status = 'DONE' and in_force order by finished_at desc, id desc limit 1")
                .query(SegmentRun.class)
                .optional();
    }

    /** The run of the newest date; the customers' current letters are its. */
    Optional<SegmentRun> newestDate() {
        return newestDates(1).stream().findFirst();
    }

    List<SegmentRun> newestDates(int limit) {
        return jdbc.sql(SegmentRuns.COLUMNS + " where in_force order by business_date desc limit :limit")
                .param("limit", limit)
                .query(SegmentRun.class)
                .list();
    }
}
