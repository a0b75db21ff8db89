package com.regulars.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that could not be taken, kept as it was so that it can be mended and sent again.
 *
 * @param line line of the file it starts in, the header being line 1
 * @param field the column whose value is to blame, null when it is the row as a whole
 * @param reasonKey message key of the reason, for example {@code invalid.amount}
 */
public record RejectedRow(
        long line, List<String> values, @Nullable String field, String reasonKey, List<String> reasonArgs) {

    public RejectedRow {
        values = List.copyOf(values);
        reasonArgs = List.copyOf(reasonArgs);
    }
}
