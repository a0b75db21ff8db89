package com.regulars.shift;

import java.time.Instant;

/**
 * Money that went into a drawer or out of it without a guest.
 *
 * @param reason what for, for example change from the safe
 */
public record CashMovement(
        long id, long shiftId, Direction direction, long amountMinor, String reason, Instant at, String by) {

    /** Which way. */
    public enum Direction {
        IN,
        OUT
    }

    /** Positive for what came in. */
    public long signedMinor() {
        return direction == Direction.IN ? amountMinor : -amountMinor;
    }
}
