package com.regulars.card;

import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.card.statement.Explained;
import com.regulars.card.statement.Explained.Amount;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.AddPoints;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.DrawValue;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.SpendPoints;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cards of one bill or refund, their accounts locked until the transaction ends, and the movements they contribute
 * to its posting. What the house books against them is the bill's business.
 */
public final class CardsInUse {

    private final LockedAccounts accounts;
    private final Map<Long, CardAtTill> cards;
    private final Map<Long, Long> holders;

    CardsInUse(LockedAccounts accounts, List<CardAtTill> cards) {
        this(accounts, cards, Map.of());
    }

    /** @param holders which card holds by now what one of these held, where it is another */
    CardsInUse(LockedAccounts accounts, List<CardAtTill> cards, Map<Long, Long> holders) {
        this.accounts = accounts;
        this.holders = Map.copyOf(holders);
        this.cards = cards.stream().collect(Collectors.toMap(CardAtTill::id, Function.identity()));
    }

    /** The locked accounts, for the posting of the bill. */
    public LockedAccounts accounts() {
        return accounts;
    }

    /**
     * Refuses cards that take no part in a bill now; a refund is let through all the same.
     *
     * @throws RefusedException {@code CARD_NOT_ACTIVE} when one is frozen, lost, closed, or its books do not add up
     */
    public void requireUsable() {
        cards.values().forEach(card -> {
            card.requireActive();
            if (accounts.isParked(card.id())) {
                throw new RefusedException("CARD_NOT_ACTIVE");
            }
        });
    }

    /** The card that holds by now what this one held: itself, unless another one took its place. */
    public long holderNow(long cardId) {
        return holders.getOrDefault(cardId, cardId);
    }

    CardAtTill require(long cardId) {
        CardAtTill card = cards.get(cardId);
        if (card == null) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
        return card;
    }

    /**
     * Stored value pays.
     *
     * @param listMinor list value this payment consumes, kept with the lots it is drawn from
     * @throws RefusedException {@code INSUFFICIENT_BALANCE} when the card stores none
     */
    public Movement pay(long cardId, long amountMinor, long listMinor, String reference) {
        CardAtTill card = require(cardId);
        if (card.spendOrder() == null) {
            throw new RefusedException("INSUFFICIENT_BALANCE");
        }
        return new DrawValue(
                cardId,
                amountMinor,
                listMinor,
                card.spendOrder(),
                Explained.as("paid", reference, new Amount(amountMinor)));
    }

    /**
     * Points pay.
     *
     * @throws RefusedException {@code POINTS_NOT_ENOUGH} when the card collects none
     */
    public Movement redeem(long cardId, long points, long worthMinor, String reference) {
        if (require(cardId).points() == null) {
            throw new RefusedException("POINTS_NOT_ENOUGH");
        }
        return new SpendPoints(cardId, points, Explained.as("redeemed", reference, points, new Amount(worthMinor)));
    }

    /**
     * Points are earned: rule, base, factor and rounding are kept with them, as long as the bill's own sum explains them.
     *
     * @param otherwise what explains them when it does not
     */
    public Movement earn(
            long cardId, long points, long paidMinor, LocalDate businessDate, String reference, String otherwise) {
        CardAtTill card = require(cardId);
        PointsTerms terms = card.points();
        String explanation = terms == null || terms.earnedOn(paidMinor) != points
                ? otherwise
                : Explained.as(
                        "earned",
                        reference,
                        new Amount(paidMinor),
                        new Amount(terms.earnPerMinor()),
                        terms.earnPoints(),
                        points);
        return new AddPoints(cardId, points, businessDate, card.pointsExpireOn(businessDate), explanation);
    }

    /** Points for coming often, with the rule that explains them. */
    public Movement earnForVisits(long cardId, VisitBonus rule, LocalDate businessDate, String reference) {
        return new AddPoints(
                cardId,
                rule.points(),
                businessDate,
                require(cardId).pointsExpireOn(businessDate),
                Explained.as("visitBonus", reference, (long) rule.visits(), (long) rule.withinDays(), rule.points()));
    }

    /** Stored value comes back. */
    public Movement giveBack(long cardId, long amountMinor, String reference, String reason) {
        return new GiveBackValue(
                cardId,
                holderNow(cardId),
                amountMinor,
                Explained.as("refunded", reference, new Amount(amountMinor), reason));
    }

    /** Points that paid come back. */
    public Movement returnPoints(long cardId, long points, String reference, String reason) {
        return new GiveBackPoints(
                cardId, holderNow(cardId), points, Explained.as("pointsReturned", reference, points, reason));
    }

    /** Points the bill had earned are taken again, down to zero at most. */
    public Movement clawBack(long cardId, long points, String reference, String reason) {
        return new ClawBackPoints(
                holderNow(cardId), points, Explained.as("pointsClawedBack", reference, points, reason));
    }
}
