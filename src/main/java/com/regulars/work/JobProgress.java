package com.regulars.work;

import java.util.List;

/** How running work tells how far it is. Called in the transaction of a batch, so that counts and rows agree. */
public interface JobProgress {

    long jobId();

    /** How many rows there will be. */
    void expect(long total);

    /** How many rows are done, shown at once even while a long transaction goes on. */
    void reached(long done);

    /** What the file's first line says; {@code ignored} are the columns nobody asked for. */
    void columns(List<String> columns, List<String> ignored);

    /** Adds a finished batch to the counts. */
    void add(Batch batch);

    /** @throws JobCancelledException when somebody asked to stop; call it between batches */
    void stopIfCancelled();

    /** What one batch did; {@code done} counts every row, unchanged and refused ones too. */
    record Batch(long done, long created, long updated, List<RejectedRow> rejected) {

        public Batch {
            rejected = List.copyOf(rejected);
        }
    }
}
