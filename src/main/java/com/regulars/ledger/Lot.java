package com.regulars.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A lot as it stands while a posting is worked out; {@code amount} is principal or points. */
final class Lot {

    /** Points that expire first, those that never do last; older ones before newer ones. */
    static final Comparator<Lot> EXPIRES_FIRST = Comparator.comparing(
                    (Lot lot) -> lot.expiresOn == null ? LocalDate.MAX : lot.expiresOn)
            .thenComparingLong(lot -> lot.id);

    final long id;
    /** The lot this one was when its value came in, itself unless it has moved to another holder since. */
    final long originId;
    /** The posting by which its value came in. */
    final long postingId;

    final long accountId;
    final LocalDate usableFrom;
    final @Nullable LocalDate expiresOn;
    Drawn drawn;
    long amountLeft;
    long bonusLeft;

    Lot(
            long id,
            long postingId,
            long accountId,
            long amountLeft,
            long bonusLeft,
            LocalDate usableFrom,
            @Nullable LocalDate expiresOn,
            Drawn drawn) {
        this(id, id, postingId, accountId, amountLeft, bonusLeft, usableFrom, expiresOn, drawn);
    }

    Lot(
            long id,
            long originId,
            long postingId,
            long accountId,
            long amountLeft,
            long bonusLeft,
            LocalDate usableFrom,
            @Nullable LocalDate expiresOn,
            Drawn drawn) {
        this.id = id;
        this.originId = originId;
        this.postingId = postingId;
        this.accountId = accountId;
        this.amountLeft = amountLeft;
        this.bonusLeft = bonusLeft;
        this.usableFrom = usableFrom;
        this.expiresOn = expiresOn;
        this.drawn = drawn;
    }

    boolean isUsableOn(LocalDate date) {
        return !usableFrom.isAfter(date) && !hasEndedBy(date);
    }

    boolean hasEndedBy(LocalDate date) {
        return expiresOn != null && expiresOn.isBefore(date);
    }

    /** What the posting that is being refunded drew from a lot, and what of it was given back before. */
    record Drawn(long amount, long bonus, long listValue, long amountBack, long bonusBack, long listValueBack) {

        static final Drawn NOTHING = new Drawn(0, 0, 0, 0, 0, 0);

        long amountOut() {
            return amount - amountBack;
        }

        long bonusOut() {
            return bonus - bonusBack;
        }

        Drawn givenBack(long amountMore, long bonusMore, long listValueMore) {
            return new Drawn(
                    amount,
                    bonus,
                    listValue,
                    amountBack + amountMore,
                    bonusBack + bonusMore,
                    listValueBack + listValueMore);
        }
    }
}
