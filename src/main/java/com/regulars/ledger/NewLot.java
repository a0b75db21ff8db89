package com.regulars.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One lot that comes into being.
 *
 * @param rule null for that of its origin
 * @param originId the lot it was before it moved here, or null
 */
record NewLot(
        long accountId,
        @Nullable Long bonusAccountId,
        long amount,
        long bonus,
        @Nullable String rule,
        LocalDate usableFrom,
        @Nullable LocalDate expiresOn,
        @Nullable Long originId) {

    NewLot(
            long accountId,
            @Nullable Long bonusAccountId,
            long amount,
            long bonus,
            String rule,
            LocalDate usableFrom,
            @Nullable LocalDate expiresOn) {
        this(accountId, bonusAccountId, amount, bonus, rule, usableFrom, expiresOn, null);
    }

    NewLot less(long part) {
        return new NewLot(accountId, bonusAccountId, amount - part, bonus, rule, usableFrom, expiresOn, originId);
    }

    /** A part of a lot that goes on with another holder, as the same lot in all that counts. */
    static NewLot movedFrom(LotShelf.Part part, long accountId, @Nullable Long bonusAccountId) {
        return new NewLot(
                accountId,
                bonusAccountId,
                part.amount(),
                part.bonus(),
                null,
                part.lot().usableFrom,
                part.lot().expiresOn,
                part.lot().originId);
    }
}
