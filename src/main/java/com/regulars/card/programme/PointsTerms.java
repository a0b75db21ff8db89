package com.regulars.card.programme;

import org.jspecify.annotations.Nullable;

/**
 * How points are earned and redeemed (R4.3): {@code earnPoints} for every {@code earnPerMinor} paid, rounded down.
 *
 * @param minBillMinor a bill below this earns nothing
 * @param redeemMinorPerPoint what one point takes off a bill; null when points cannot be redeemed for money
 */
public record PointsTerms(
        long earnPoints,
        long earnPerMinor,
        long minBillMinor,
        @Nullable Long redeemMinorPerPoint) {

    public PointsTerms {
        Bounds.notNegative("earned points", earnPoints);
        Bounds.positive("amount that earns points", earnPerMinor);
        Bounds.notNegative("smallest bill", minBillMinor);
        Bounds.positive("worth of a point", redeemMinorPerPoint);
    }

    /** What a bill paid with this much earns. */
    public long earnedOn(long paidMinor) {
        return paidMinor < minBillMinor ? 0 : Math.multiplyExact(paidMinor / earnPerMinor, earnPoints);
    }
}
