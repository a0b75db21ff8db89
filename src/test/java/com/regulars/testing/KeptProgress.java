package com.regulars.testing;

import com.regulars.work.JobProgress;
import com.regulars.work.RejectedRow;
import java.util.ArrayList;
import java.util.List;

/** The progress of work that a test runs without a job, to be looked at afterwards. */
public class KeptProgress implements JobProgress {

    private final List<RejectedRow> rejected = new ArrayList<>();
    private long done;
    private long updated;

    @Override
    public long jobId() {
        return 0;
    }

    @Override
    public void expect(long total) {}

    @Override
    public void reached(long rows) {
        done = rows;
    }

    @Override
    public void columns(List<String> columns, List<String> ignored) {}

    @Override
    public void add(Batch batch) {
        done += batch.done();
        updated += batch.updated();
        rejected.addAll(batch.rejected());
    }

    @Override
    public void stopIfCancelled() {}

    public long done() {
        return done;
    }

    public long updated() {
        return updated;
    }

    public List<RejectedRow> rejected() {
        return List.copyOf(rejected);
    }
}
