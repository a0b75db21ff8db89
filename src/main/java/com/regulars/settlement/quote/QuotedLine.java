package com.regulars.settlement.quote;

import org.jspecify.annotations.Nullable;

/** A line of the bill with what it costs after every step. */
public record QuotedLine(
        @Nullable String item,
        String name,
        long quantity,
        long unitPriceMinor,
        boolean discountable,
        long listMinor,
        long payableMinor,
        LineShares shares) {

    /** What the line costs at list price less the member price. */
    public long memberMinor() {
        return listMinor - shares.memberPriceMinor();
    }

    /** Member price of one piece. */
    public long memberUnitMinor() {
        return memberMinor() / quantity;
    }
}
