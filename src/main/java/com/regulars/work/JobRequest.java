package com.regulars.work;

import com.regulars.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to be.
 *
 * @param kind the word of what it does; the text is the message {@code work.job.kind.<kind>}
 * @param title what it works on, for example the name of a file
 * @param queue jobs of one queue run one at a time on all nodes together, in the order they were asked for; null when it
 *     waits for nobody but the other jobs of its node
 * @param seenBy who sees it besides its owner
 * @param revealedTo who besides its owner may fetch the rows it refused
 * @param everyVenue true when it is about no venue in particular; otherwise only those see it who may act in all the
 *     venues its owner may act in
 */
public record JobRequest(
        String kind,
        String title,
        @Nullable String queue,
        Permission seenBy,
        Permission revealedTo,
        boolean everyVenue) {

    /**
     * A job of its owner, seen by those who may see jobs in all of the owner's venues. The rows it refused may be about
     * people: others fetch them when they may see phone numbers.
     */
    public static JobRequest of(String kind, String title) {
        return new JobRequest(kind, title, null, Permission.JOB_READ, Permission.CUSTOMER_REVEAL, false);
    }

    public JobRequest inQueue(String name) {
        return new JobRequest(kind, title, name, seenBy, revealedTo, everyVenue);
    }

    /** The same for a job that holds nothing of one venue and nothing personal: all who have the permission see it, wherever they work. */
    public JobRequest openTo(Permission permission) {
        return new JobRequest(kind, title, queue, permission, permission, true);
    }
}
