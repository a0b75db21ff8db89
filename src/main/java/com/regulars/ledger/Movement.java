package com.regulars.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of value within a posting. Movements on cards bring their counterpart in the house with them where it is
 * always the same (bonus, points); the others are balanced by {@link House} movements of the same posting.
 */
public sealed interface Movement {

    /** A signed amount on a house account. */
    record House(AccountKind account, long amount) implements Movement {}

    /**
     * A new lot of stored value.
     *
     * @param rule what it was sold under, for example the tier
     */
    record AddValue(long holderId, long principal, long bonus, String rule, String explanation) implements Movement {}

    /**
     * Stored value spent, split by the spend order and drawn from the oldest lots first.
     *
     * @param listValue list value consumed for it, kept with the draws
     */
    record DrawValue(long holderId, long amount, long listValue, SpendOrder order, String explanation)
            implements Movement {}

    /**
     * Stored value given back to the lots from which the refunded posting drew it, principal and bonus in the
     * proportion in which they were drawn.
     *
     * @param ontoHolderId who holds by now what {@code holderId} held; the value moves on to there with its lots
     */
    record GiveBackValue(long holderId, long ontoHolderId, long amount, String explanation) implements Movement {

        public GiveBackValue(long holderId, long amount, String explanation) {
            this(holderId, holderId, amount, explanation);
        }
    }

    /**
     * All that is left of a lot of stored value is taken, wherever it has moved within the holder's account. What becomes of
     * it is balanced by {@link House} movements.
     */
    record EmptyLot(long holderId, long originId, String explanation) implements Movement {}

    /** All stored value of a holder goes to another one; each lot stays what it was, its rule and its days included. */
    record MoveValue(long holderId, long ontoHolderId, String explanation) implements Movement {}

    /** A new lot of points. */
    record AddPoints(
            long holderId,
            long points,
            LocalDate usableFrom,
            @Nullable LocalDate expiresOn,
            String explanation) implements Movement {}

    /** Points spent; those that expire first go first. */
    record SpendPoints(long holderId, long points, String explanation) implements Movement {}

    /**
     * Points given back to the lots from which the refunded posting spent them.
     *
     * @param ontoHolderId who holds by now what {@code holderId} held
     */
    record GiveBackPoints(long holderId, long ontoHolderId, long points, String explanation) implements Movement {

        public GiveBackPoints(long holderId, long points, String explanation) {
            this(holderId, holderId, points, explanation);
        }
    }

    /** All points of a holder go to another one, each lot with the day on which it ends. */
    record MovePoints(long holderId, long ontoHolderId, String explanation) implements Movement {}

    /** Points the refunded posting had earned are taken again, down to a balance of zero at most. */
    record ClawBackPoints(long holderId, long points, String explanation) implements Movement {}

    /** What is left in every lot of points that ended before the posting's business date is taken. */
    record ExpirePoints(long holderId, String explanation) implements Movement {}
}
