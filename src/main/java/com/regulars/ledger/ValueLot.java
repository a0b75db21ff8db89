package com.regulars.ledger;

/**
 * Stored value that came in at one time under one rule, and how it stands: what is left of it, wherever it has moved, and
 * what was consumed for the rest.
 *
 * @param originId the lot it came in as
 * @param listValue list value of all that was paid from it and not given back
 */
public record ValueLot(long originId, long principal, long bonus, long principalLeft, long bonusLeft, long listValue) {

    public long total() {
        return principal + bonus;
    }

    public long left() {
        return principalLeft + bonusLeft;
    }

    /** Whether all of it is there and nothing was ever consumed for it. */
    public boolean isUntouched() {
        return principalLeft == principal && bonusLeft == bonus && listValue == 0;
    }
}
