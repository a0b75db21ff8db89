package com.regulars.work;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as its pages show it.
 *
 * @param kind the word of what it does; the text is the message {@code work.job.kind.<kind>}
 * @param title what it works on, for example the name of a file
 * @param total how many rows there are, 0 while that is not known
 * @param ignoredColumns columns of the file nobody asked for
 * @param errorCode why it failed, as the message {@code refused.<code>}
 */
public record JobSummary(
        long id,
        String kind,
        String title,
        JobStatus status,
        long total,
        long done,
        long created,
        long updated,
        long rejected,
        boolean cancelRequested,
        String ownerName,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> ignoredColumns,
        @Nullable String errorCode,
        List<String> errorArgs) {

    /** Whether it is not over: it runs, or waits to. */
    public boolean isRunning() {
        return status == JobStatus.RUNNING || status == JobStatus.WAITING;
    }

    /** How far it is, 0 to 100. */
    public int percent() {
        if (!isRunning()) {
            return status == JobStatus.DONE ? 100 : share();
        }
        return Math.min(share(), 99);
    }

    private int share() {
        return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
