package com.regulars.shift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who took a drawer over.
 *
 * @param signed true when that was done with the own password
 * @param leftMinor what was left in the drawer for the next shift
 * @param nextShiftId the shift that was opened with it, or null
 */
public record Handover(
        String to, boolean signed, long leftMinor, @Nullable Long nextShiftId, Instant at, String by) {}
