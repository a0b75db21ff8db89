package com.regulars.segment.run;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts runs that put every guest into a quadrant (R5.1, R5.2). Runs never overlap, on however many nodes. */
@Service
@RequiredArgsConstructor
public class SegmentRuns {

    private final RunQueries runs;
    private final RunLog log;
    private final RunQueue queue;
    private final Venues venues;
    private final AuditLog auditLog;

    /**
     * Asks for a run and returns at once; it waits its turn behind others.
     *
     * @param businessDate null for the last business day that has ended in every venue
     * @param full true to compute every figure anew instead of only what can have changed
     * @throws RefusedException {@code BUSINESS_DATE_IN_FUTURE}
     */
    @Requires(Permission.SEGMENT_RUN)
    public SegmentRun request(@Nullable LocalDate businessDate, boolean full) {
        long id = ask(businessDate == null ? venues.lastClosedBusinessDate() : businessDate, full);
        queue.wake();
        return get(id);
    }

    /**
     * Asks for a run and returns when it is done or has failed.
     *
     * @throws RefusedException {@code BUSINESS_DATE_IN_FUTURE}
     */
    @Requires(Permission.SEGMENT_RUN)
    public SegmentRun run(LocalDate businessDate, boolean full) {
        long id = ask(businessDate, full);
        queue.workOff();
        return get(id);
    }

    /** @throws NotFoundException when there is no such run */
    @Requires(Permission.SEGMENT_READ)
    public SegmentRun get(long id) {
        return runs.get(id);
    }

    /** The log of runs, newest first. */
    @Requires(Permission.SEGMENT_READ)
    public List<SegmentRun> newest(int limit) {
        return runs.newest(limit);
    }

    /**
     * The runs as the dashboard needs them.
     *
     * @param asOf the date that is looked at; null for the one that was rated last
     * @param dates how many of the newest dates
     * @param logged how many of the end of the log
     */
    @Requires(Permission.SEGMENT_READ)
    public RunHistory history(@Nullable LocalDate asOf, int dates, int logged) {
        return runs.history(asOf, dates, logged);
    }

    private long ask(LocalDate businessDate, boolean full) {
        if (businessDate.isAfter(today())) {
            throw new RefusedException("BUSINESS_DATE_IN_FUTURE", businessDate);
        }
        long id = log.ask(businessDate, full);
        auditLog.record("segment.runAsked", "segmentRun", id, businessDate + (full ? " full" : ""));
        return id;
    }

    private LocalDate today() {
        return venues.all().stream()
                .map(venues::businessDate)
                .max(LocalDate::compareTo)
                .orElseGet(() -> venues.lastClosedBusinessDate().plusDays(1));
    }
}
