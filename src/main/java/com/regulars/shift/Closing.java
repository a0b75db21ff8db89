package com.regulars.shift;

import java.time.Instant;

/**
 * How a shift ended.
 *
 * @param postings how many movements of the books belong to it
 * @param cashTakenMinor what guests paid in cash less what went back to them in cash
 * @param expectedCashMinor float + cash taken + cash in − cash out
 * @param differenceMinor counted − expected; negative when something is missing
 */
public record Closing(
        Instant closedAt,
        String closedBy,
        long postings,
        long floatMinor,
        long cashTakenMinor,
        long cashInMinor,
        long cashOutMinor,
        long expectedCashMinor,
        long differenceMinor,
        CashCount count) {}
