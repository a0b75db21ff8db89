package com.regulars.work;

/** Somebody asked the running job to stop. */
public class JobCancelledException extends RuntimeException {

    JobCancelledException(long jobId) {
        super("Job " + jobId + " was cancelled");
    }
}
