package com.regulars.ledger;

import com.regulars.shared.RefusedException;
import com.regulars.shared.Shares;

/** Which of a card's two balances a payment takes first. */
public enum SpendOrder {
    PRINCIPAL_FIRST {
        @Override
        long principalPart(long amount, long principal, long bonus) {
            return Math.min(amount, principal);
        }
    },
    BONUS_FIRST {
        @Override
        long principalPart(long amount, long principal, long bonus) {
            return amount - Math.min(amount, bonus);
        }
    },
    /** By the balances' proportion: principal's share rounded half up, bonus the rest. */
    PROPORTIONAL {
        @Override
        long principalPart(long amount, long principal, long bonus) {
            return Shares.proportion(amount, principal, principal + bonus);
        }
    };

    /** How much of {@code amount} comes out of principal; the rest comes out of bonus. */
    abstract long principalPart(long amount, long principal, long bonus);

    /**
     * How much of a payment comes out of principal.
     *
     * @throws RefusedException {@code INSUFFICIENT_BALANCE} when both together do not hold it
     */
    long split(long amount, long principal, long bonus) {
        if (amount > Math.addExact(principal, bonus)) {
            throw new RefusedException("INSUFFICIENT_BALANCE");
        }
        return principalPart(amount, principal, bonus);
    }
}
