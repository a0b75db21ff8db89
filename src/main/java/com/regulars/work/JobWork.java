package com.regulars.work;

/** What a job does; it runs on its own thread as the actor who started it. */
@FunctionalInterface
public interface JobWork {

    /**
     * @throws com.regulars.shared.RefusedException when it cannot go on; its code is shown as the reason
     * @throws Exception when something broke; the job is shown as failed
     */
    void run(JobProgress progress) throws Exception;
}
