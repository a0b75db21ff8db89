package com.regulars.work;

import java.util.List;

/**
 * A row that could not be read, kept as it was so that it can be mended and sent again.
 *
 * @param line line of the file it starts in, the header being line 1
 * @param reasonCode message key suffix of {@code invalid.<code>} or {@code refused.<CODE>}, written with its prefix
 */
public record RejectedRow(long line, List<String> values, String reasonCode, List<String> reasonArgs) {

    public RejectedRow {
        values = List.copyOf(values);
        reasonArgs = List.copyOf(reasonArgs);
    }
}
