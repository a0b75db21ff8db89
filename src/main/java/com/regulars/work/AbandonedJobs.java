package com.regulars.work;

/**
 * What a module does about a job of its kind that ended without the job's own doing, in the transaction that ends it: its
 * node died, or it was cancelled while it waited for its turn.
 */
public interface AbandonedJobs {

    /** Why a job ended that was cancelled. */
    String CANCELLED = "JOB_CANCELLED";

    /** Why a job ended whose node died. */
    String INTERRUPTED = "JOB_INTERRUPTED";

    String kind();

    /** @param why one of the two above */
    void abandoned(long jobId, String why);
}
