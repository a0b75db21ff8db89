package com.regulars.segment;

import com.regulars.staff.Permission;
import com.regulars.staff.Requires;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts runs that put every guest into a quadrant (R5.1, R5.2). Runs never overlap, on however many nodes. */
@Service
@Requires(Permission.SEGMENT_RUN)
public class SegmentRuns {

    /**
     * Asks for a run and returns at once; it waits its turn behind others.
     *
     * @param businessDate null for the last business day that has ended in every venue
     * @param full true to compute every figure anew instead of only what can have changed
     */
    public SegmentRun request(@Nullable LocalDate businessDate, boolean full) {
        throw new UnsupportedOperationException();
    }

    /** Asks for a run and returns when it is done. */
    public SegmentRun run(LocalDate businessDate, boolean full) {
        throw new UnsupportedOperationException();
    }
}
