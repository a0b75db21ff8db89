package com.regulars.settlement.report;

/** How often and how much. */
public record Amount(long count, long amountMinor) {

    static final Amount NONE = new Amount(0, 0);

    Amount plus(Amount other) {
        return new Amount(count + other.count, amountMinor + other.amountMinor);
    }
}
