package com.regulars.work;

import java.util.List;

/** Progress that is stored as it is told. */
record StoredProgress(JobWriter writer, JobQueries queries, long jobId) implements JobProgress {

    @Override
    public void expect(long total) {
        writer.expect(jobId, total);
    }

    @Override
    public void reached(long done) {
        writer.reached(jobId, done);
    }

    @Override
    public void columns(List<String> columns, List<String> ignored) {
        writer.columns(jobId, columns, ignored);
    }

    @Override
    public void add(Batch batch) {
        writer.add(jobId, batch);
    }

    @Override
    public void stopIfCancelled() {
        if (queries.mustStop(jobId)) {
            throw new JobCancelledException(jobId);
        }
    }
}
