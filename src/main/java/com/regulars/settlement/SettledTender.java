package com.regulars.settlement;

import com.regulars.ledger.TenderType;
import org.jspecify.annotations.Nullable;

/**
 * A means of payment as it was taken.
 *
 * @param amountMinor what was handed over, change included
 * @param principalMinor of stored value, else null; so are the bonus and the balances (principal and bonus together)
 */
public record SettledTender(
        TenderType type,
        long amountMinor,
        long changeMinor,
        @Nullable Long cardId,
        @Nullable String cardNumber,
        @Nullable Long principalMinor,
        @Nullable Long bonusMinor,
        @Nullable Long balanceBeforeMinor,
        @Nullable Long balanceAfterMinor) {

    /** What it paid of the bill. */
    public long paidMinor() {
        return amountMinor - changeMinor;
    }
}
