package com.regulars.work;

/** Where a job stands. */
public enum JobStatus {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
