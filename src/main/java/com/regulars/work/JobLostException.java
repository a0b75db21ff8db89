package com.regulars.work;

/** Other nodes took this one for dead and failed the job meanwhile: what it was about to do must not happen. */
class JobLostException extends RuntimeException {

    JobLostException(long jobId) {
        super("Job " + jobId + " was given up by other nodes");
    }
}
