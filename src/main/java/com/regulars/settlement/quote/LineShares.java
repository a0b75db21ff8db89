package com.regulars.settlement.quote;

/** What each step took off one line of the bill; over all lines every column adds up to its step. Rounding is signed. */
public record LineShares(
        long memberPriceMinor, long discountMinor, long couponMinor, long pointsMinor, long roundingMinor) {}
