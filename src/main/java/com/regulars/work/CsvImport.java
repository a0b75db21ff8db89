package com.regulars.work;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * How one kind of file is imported; one object per run, so that it may count what it has seen.
 *
 * @param <R> a row as it was read
 */
public interface CsvImport<R> {

    /** The columns it understands; others are reported and ignored. */
    Set<String> columns();

    /** Those it cannot do without. */
    Set<String> requiredColumns();

    /**
     * @throws com.regulars.shared.InvalidFieldException when a value cannot be read; the whole row is refused
     * @throws com.regulars.shared.RefusedException when a rule forbids it
     */
    R read(CsvRow row);

    /** What tells rows apart that must not be written in one batch. */
    default Collection<String> keys(R row) {
        return List.of();
    }

    /** Writes rows in the transaction of their batch. */
    Written write(List<R> rows);

    /** What a batch did. */
    record Written(long created, long updated, List<Refused> refused) {

        public Written {
            refused = List.copyOf(refused);
        }
    }

    /**
     * A row of the batch that was not written.
     *
     * @param index its place in the batch
     * @param reason why, an {@code InvalidFieldException} or a {@code RefusedException}
     */
    record Refused(int index, RuntimeException reason) {}
}
