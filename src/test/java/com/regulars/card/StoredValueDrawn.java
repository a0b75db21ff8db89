package com.regulars.card;

import com.regulars.ledger.Posted;

/** Stored value moved on one card, split into principal and bonus; balances are principal and bonus together. */
public record StoredValueDrawn(
        long cardId,
        long amountMinor,
        long principalMinor,
        long bonusMinor,
        long balanceBeforeMinor,
        long balanceAfterMinor) {

    static StoredValueDrawn of(long cardId, Posted.Moved moved) {
        return new StoredValueDrawn(
                cardId,
                moved.amount() + moved.bonus(),
                moved.amount(),
                moved.bonus(),
                moved.balanceBefore(),
                moved.balanceAfter());
    }
}
