package com.regulars.work;

/** Where a job stands. */
public enum JobStatus {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
