package com.regulars.work;

import com.regulars.access.Permission;
import java.util.Optional;

/**
 * Work that falls due by itself, such as every night. A module contributes a bean for each; whichever node sees first
 * that it is due runs it as a job of the system, once for all nodes. What fell due while no node was up is run at the
 * next start, the latest slot only; an interrupted one is run again, three times at most.
 */
public interface ScheduledWork {

    /** One word; the text is the message {@code work.job.kind.<kind>}. */
    String kind();

    /**
     * What is due now or was due last, for example {@code 2026-11-23T05:20}: a later one sorts behind an earlier one.
     * Empty while nothing was ever due. Asked several times a minute.
     */
    Optional<String> due();

    /** Who sees its jobs; they hold nothing of one venue. */
    default Permission seenBy() {
        return Permission.JOB_READ;
    }

    /** @throws Exception when something broke; the slot is not tried again */
    void run(String slot, JobProgress progress) throws Exception;
}
