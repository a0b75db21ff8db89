package com.regulars.shift;

import org.jspecify.annotations.Nullable;

/**
 * A cashier has counted the drawer and ends the shift.
 *
 * @param reason why the count may differ, or null
 * @param nextCashier who takes over without signing, or null
 */
public record CloseShift(
        long shiftId,
        CashCount count,
        @Nullable String reason,
        @Nullable String nextCashier) {}
