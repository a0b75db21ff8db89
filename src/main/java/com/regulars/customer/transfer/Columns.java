package com.regulars.customer.transfer;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, as statements take them that write many rows at once. */
record Columns<T>(List<T> rows) {

    @Nullable
    String[] of(Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object each = value.apply(rows.get(i));
            column[i] = each == null ? null : each.toString();
        }
        return column;
    }
}
