package com.regulars.shift;

import org.jspecify.annotations.Nullable;

/**
 * A shift in the manager's list.
 *
 * @param countedMinor null while it is open, and where nobody counted
 * @param reason why it differs, the first that was given
 */
public record ShiftRow(
        Shift shift,
        @Nullable Long expectedMinor,
        @Nullable Long countedMinor,
        @Nullable Long differenceMinor,
        @Nullable String reason,
        @Nullable String nextCashier) {

    /** A difference that nobody has explained yet. */
    public boolean isUnexplained() {
        return differenceMinor != null && differenceMinor != 0 && reason == null;
    }
}
