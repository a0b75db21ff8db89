package com.regulars.work;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.PlainText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of an imported file, its values found by the names in the first line. */
public final class CsvRow {

    private final long line;
    private final List<String> values;
    private final Map<String, Integer> columns;

    CsvRow(long line, List<String> values, Map<String, Integer> columns) {
        this.line = line;
        this.values = List.copyOf(values);
        this.columns = columns;
    }

    /** The line it starts in; the header is line 1. */
    public long line() {
        return line;
    }

    public List<String> values() {
        return values;
    }

    /**
     * The value without blanks around it; null when the column is missing or empty here.
     *
     * @throws InvalidFieldException when it is not what it looks like, as a form would refuse it
     */
    public @Nullable String find(String column) {
        Integer at = columns.get(column);
        if (at == null || at >= values.size()) {
            return null;
        }
        String value = unguarded(values.get(at).strip());
        if (!PlainText.is(value)) {
            throw new InvalidFieldException(column, "characters");
        }
        return value.isEmpty() ? null : value;
    }

    /** @throws InvalidFieldException when there is none */
    public String get(String column) {
        String value = find(column);
        if (value == null) {
            throw new InvalidFieldException(column, "import.missing");
        }
        return value;
    }

    /** Undoes what the file of refused rows does against formulas, so that it can be sent again. */
    private static String unguarded(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && CsvText.startsFormula(value.substring(1))
                ? value.substring(1)
                : value;
    }
}
