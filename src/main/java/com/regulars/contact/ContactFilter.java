package com.regulars.contact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the list of contacts is narrowed to; each part stands in the URL.
 *
 * @param by key of the employee who logged it
 * @param from first day, in the brand's time
 * @param to last day, inclusive
 * @param open true for those with a next step that is not done yet
 */
public record ContactFilter(
        @Nullable Channel channel,
        @Nullable Direction direction,
        @Nullable String by,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Long customerId,
        @Nullable Boolean open) {

    public ContactFilter {
        by = by == null || by.isBlank() ? null : by;
        open = Boolean.TRUE.equals(open);
    }

    public boolean openOnly() {
        return Boolean.TRUE.equals(open);
    }

    public boolean isEmpty() {
        return channel == null
                && direction == null
                && by == null
                && from == null
                && to == null
                && customerId == null
                && !openOnly();
    }
}
