package com.regulars.card;

/** Stored value moved on one card, split into principal and bonus; balances are principal and bonus together. */
public record StoredValueDrawn(
        long cardId,
        long amountMinor,
        long principalMinor,
        long bonusMinor,
        long balanceBeforeMinor,
        long balanceAfterMinor) {}
