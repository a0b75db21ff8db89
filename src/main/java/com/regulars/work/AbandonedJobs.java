package com.regulars.work;

/** What a module does about a job of its kind whose node died, in the transaction that fails the job. */
public interface AbandonedJobs {

    String kind();

    void abandoned(long jobId);
}
