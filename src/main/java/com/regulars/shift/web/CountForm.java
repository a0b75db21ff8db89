package com.regulars.shift.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shift.CashCount;
import com.regulars.shift.CashCount.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A count as it was typed: how many of which note or coin, in the order of the page. What is empty is none.
 *
 * @param values in minor units
 * @param counts as typed
 */
record CountForm(
        @Nullable List<@Nullable Long> values, @Nullable List<@Nullable String> counts) {

    private static final String COUNT = "[0-9]{1,7}";

    /** One row of the page. */
    record Row(long valueMinor, String count) {}

    static CountForm empty(List<Long> values) {
        return new CountForm(new ArrayList<>(values), List.of());
    }

    /** The rows to draw, with what was typed. */
    List<Row> rows(List<Long> denominations) {
        return denominations.stream().map(value -> new Row(value, typed(value))).toList();
    }

    private String typed(long value) {
        int index = values == null ? -1 : values.indexOf(value);
        return counts == null || index < 0 || index >= counts.size() || counts.get(index) == null
                ? ""
                : String.valueOf(counts.get(index));
    }

    /** Only what is a note or coin of the brand counts. */
    CashCount toCount(List<Long> denominations) {
        return CashCount.of(IntStream.range(0, denominations.size())
                .mapToObj(i -> new Pieces(
                        denominations.get(i), number(typed(denominations.get(i)).strip(), i)))
                .toList());
    }

    private static long number(String typed, int index) {
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches(COUNT)) {
            throw new InvalidFieldException("counts[" + index + "]", "pieces", typed);
        }
        return Long.parseLong(typed);
    }
}
