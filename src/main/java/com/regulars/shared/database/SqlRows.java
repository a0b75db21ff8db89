package com.regulars.shared.database;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;

/**
 * Rows of parameters as a source for {@code insert … select}. Arrays would be planned anew at every call because their
 * length is only then known, and JSON is taken apart by hand for every row; plain values are neither.
 */
public final class SqlRows {

    private SqlRows() {}

    /**
     * For example {@code (values (?::bigint, ?::text), (?::bigint, ?::text))}, to be followed by a name with its columns.
     *
     * @param rows how many; none gives a source without rows
     * @param types PostgreSQL types of the columns
     */
    public static String of(int rows, String... types) {
        if (rows == 0) {
            return Arrays.stream(types)
                    .map(type -> "null::" + type)
                    .collect(Collectors.joining(", ", "(select ", " where false)"));
        }
        String row = Arrays.stream(types).map(type -> "?::" + type).collect(Collectors.joining(", ", "(", ")"));
        return "(values " + String.join(", ", Collections.nCopies(rows, row)) + ")";
    }
}
