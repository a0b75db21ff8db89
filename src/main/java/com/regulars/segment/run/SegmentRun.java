package com.regulars.segment.run;

import com.regulars.access.ActedBy;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of runs (R5.2). Of several runs for one business date the newest finished one is in force; the
 * others stay in the log.
 *
 * @param id shown to API clients as text
 * @param businessDate the run rates every guest as of the end of this day
 * @param status {@code WAITING} for another run, {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param inForce true when this run's result is what is read for its date
 * @param full true when every figure was computed from the visits, false when only what can have changed
 * @param windowDays length of the window the figures were counted in; null until the run is done
 * @param customers guests known when it ran, rated or not
 * @param changed guests whose quadrant or status differs from the run before
 * @param frequencyCut from so many visits on a guest comes often; null when nobody has a visit in the window
 * @param spendCutMinor from this average on a guest spends much; null when nobody has a visit in the window
 * @param jobId the job it is worked off by, which tells how far it has got
 * @param error why it failed: the code of the job's end, or what broke; null otherwise
 */
public record SegmentRun(
        long id,
        LocalDate businessDate,
        Status status,
        boolean inForce,
        boolean full,
        @Nullable Integer windowDays,
        long customers,
        long changed,
        @Nullable Long frequencyCut,
        @Nullable Long spendCutMinor,
        long jobId,
        Instant requestedAt,
        String requestedByKey,
        String requestedByName,
        @Nullable Instant finishedAt,
        @Nullable Long durationMillis,
        @Nullable String error) {

    /** How many steps a run has. */
    public static final int STEPS = 6;

    public ActedBy requestedBy() {
        return new ActedBy(requestedByKey, requestedByName);
    }

    /** Where a run stands. */
    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean isFinished() {
        return status == Status.DONE || status == Status.FAILED;
    }
}
