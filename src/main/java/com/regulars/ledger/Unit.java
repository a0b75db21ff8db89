package com.regulars.ledger;

/** What is counted on an account. Amounts of different units are never added. */
public enum Unit {
    /** Minor units of the brand's currency. */
    CURRENCY,
    POINTS
}
