package com.regulars.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change made of what was there before, for the detail of a line in the log: one line a field, as
 * {@code venue.zone: Asia/Shanghai → Europe/Berlin}. A field is named by its message key, and a value that is one itself
 * is worded too, so that the log reads in the language of whoever looks.
 */
public final class AuditChanges {

    static final String TO = " → ";
    static final String AND = ", ";

    private final List<String> lines = new ArrayList<>();

    /** Notes a field where the two values differ; values are shown as they are, already masked. */
    public AuditChanges field(String labelKey, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(labelKey + ": " + value(before) + TO + value(after));
        }
        return this;
    }

    /** Notes a field of several values where they differ; each is worded by itself. */
    public AuditChanges list(String labelKey, Collection<String> before, Collection<String> after) {
        return field(labelKey, String.join(AND, before), String.join(AND, after));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The lines under a headline, which tells what was changed. */
    public String under(String headline) {
        return lines.isEmpty() ? headline : headline + "\n" + this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    private static String value(@Nullable Object value) {
        String text = value == null ? "" : value.toString().replace('\n', ' ');
        return text.isBlank() ? "–" : text;
    }
}
