package com.regulars.work;

import org.jspecify.annotations.Nullable;

/**
 * What a job is to be.
 *
 * @param kind the word of what it does; the text is the message {@code work.job.kind.<kind>}
 * @param title what it works on, for example the name of a file
 * @param queue jobs of one queue run one at a time on all nodes together, in the order they were asked for; null when it
 *     waits for nobody but the other jobs of its node
 */
public record JobRequest(
        String kind, String title, @Nullable String queue) {

    public static JobRequest of(String kind, String title) {
        return new JobRequest(kind, title, null);
    }

    public JobRequest inQueue(String name) {
        return new JobRequest(kind, title, name);
    }
}
