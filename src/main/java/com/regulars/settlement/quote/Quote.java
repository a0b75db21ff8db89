package com.regulars.settlement.quote;

import java.util.List;

/**
 * What a bill costs and why: list price less member prices, discount, coupons and points, rounded.
 *
 * @param roundingMinor signed; negative when the guest pays less
 * @param visitBonusPoints what of {@code pointsToEarn} rewards coming often
 * @param pointsRedeemed points this bill takes, at most what was asked
 */
public record Quote(
        PayBy payBy,
        long listTotalMinor,
        long memberPriceSavingMinor,
        long discountMinor,
        long couponMinor,
        long pointsMinor,
        long roundingMinor,
        long payableMinor,
        long pointsToEarn,
        long visitBonusPoints,
        long pointsRedeemed,
        List<QuotedLine> lines,
        List<QuoteStep> steps) {

    public Quote {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }
}
