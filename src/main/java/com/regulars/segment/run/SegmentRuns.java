package com.regulars.segment.run;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.work.JobSummary;
import com.regulars.work.Jobs;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs that put every guest into a quadrant (R5.1, R5.2). Runs never overlap, on however many nodes. */
@Service
@RequiredArgsConstructor
public class SegmentRuns {

    private final RunQueries runs;
    private final RunAsking asking;
    private final Jobs jobs;

    /**
     * Asks for a run and returns at once; it waits its turn behind others.
     *
     * @param businessDate null for the last business day that has ended in every venue
     * @param full true to compute every figure anew instead of only what can have changed
     * @throws RefusedException {@code BUSINESS_DATE_IN_FUTURE}, {@code BUSINESS_DATE_BEFORE_FIRST_VISIT}
     */
    @Requires(Permission.SEGMENT_RUN)
    public SegmentRun request(@Nullable LocalDate businessDate, boolean full) {
        return asking.ask(businessDate, full);
    }

    /**
     * Asks for a run and returns when it is done or has failed. Not within a transaction: the run begins when that ends.
     *
     * @throws RefusedException {@code BUSINESS_DATE_IN_FUTURE}, {@code BUSINESS_DATE_BEFORE_FIRST_VISIT}
     */
    @Requires(Permission.SEGMENT_RUN)
    @Transactional(propagation = Propagation.NEVER)
    public SegmentRun run(LocalDate businessDate, boolean full) {
        SegmentRun asked = asking.ask(businessDate, full);
        jobs.await(asked.jobId());
        return get(asked.id());
    }

    /** How far a run is. */
    @Requires(Permission.SEGMENT_READ)
    public JobSummary progress(SegmentRun run) {
        return jobs.get(run.jobId());
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
     * @param asOf the date that is looked at; null for the newest one
     * @param dates how many of the newest dates
     * @param logged how many of the end of the log
     */
    @Requires(Permission.SEGMENT_READ)
    public RunHistory history(@Nullable LocalDate asOf, int dates, int logged) {
        return runs.history(asOf, dates, logged);
    }
}
