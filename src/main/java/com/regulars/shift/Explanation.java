package com.regulars.shift;

import java.time.Instant;

/** Why a count is not what was expected, and who says so. */
public record Explanation(String reason, Instant at, String by) {}
