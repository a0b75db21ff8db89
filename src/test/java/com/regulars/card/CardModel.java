package com.regulars.card;

import com.regulars.ledger.SpendOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a card should be, kept in the plainest way: two balances, lots of points, bills and what came back of them. Each
 * {@code refusalOf…} says which refusal to expect, or null; the verbs then change the model. Programme: a bonus of 2,000
 * from 10,000 and of 100 from 1,000, at least 10.00, at most 20,000.00 on the card, a PIN above 200.00, one point for each
 * 1.00, which lives a month.
 */
class CardModel {

    static final long SMALLEST_TOP_UP = 1_000;
    static final long HIGHEST_BALANCE = 2_000_000;
    static final long PIN_ABOVE = 20_000;
    static final int MONTHS_OF_POINTS = 1;
    private static final int MOST_FAILURES = 5;

    private final SpendOrder order;
    CardStatus status = CardStatus.ACTIVE;
    String pin;
    int failures;
    long principal;
    long bonus;
    LocalDate today;
    final List<Value> value = new ArrayList<>();
    final List<Points> points = new ArrayList<>();
    final List<Bill> bills = new ArrayList<>();
    final List<TopUp> topUps = new ArrayList<>();

    CardModel(SpendOrder order, String pin, LocalDate today) {
        this.order = order;
        this.pin = pin;
        this.today = today;
    }

    /** What is left of one top-up, or what a bill drew from it. */
    static final class Value {
        final TopUp topUp;
        long principal;
        long bonus;
        /** Whether another card took the place of the one it was on. */
        boolean moved;

        Value(long principal, long bonus) {
            this(new TopUp(0, principal, bonus), principal, bonus);
        }

        Value(TopUp topUp, long principal, long bonus) {
            this.topUp = topUp;
            this.principal = principal;
            this.bonus = bonus;
        }
    }

    /** A top-up, and what went back of it. */
    static final class TopUp {
        final long id;
        final long principal;
        final long bonus;
        long paidOut;
        long taken;

        TopUp(long id, long principal, long bonus) {
            this.id = id;
            this.principal = principal;
            this.bonus = bonus;
        }
    }

    /** Points earned by one bill. */
    static final class Points {
        final LocalDate expiresOn;
        final Points origin;
        long left;
        boolean moved;

        Points(LocalDate expiresOn, long left) {
            this.expiresOn = expiresOn;
            this.left = left;
            this.origin = this;
        }

        /** The same points on the card that took the other one's place. */
        Points(Points before, long left) {
            this.expiresOn = before.expiresOn;
            this.left = left;
            this.origin = before.origin;
        }
    }

    /** A bill that was settled, and what has come back of it. */
    static final class Bill {
        final long postingId;
        final long cardId;
        final long stored;
        final long cash;
        final @Nullable Points earned;
        final long earnedThen;
        final Map<Value, Value> drawn = new HashMap<>();
        final Map<Points, Long> spent = new HashMap<>();
        long principalDrawn;
        long principalBack;
        long storedBack;
        long cashBack;
        long clawedBack;

        Bill(long postingId, long cardId, long stored, long cash, @Nullable Points earned) {
            this.postingId = postingId;
            this.cardId = cardId;
            this.stored = stored;
            this.cash = cash;
            this.earned = earned;
            this.earnedThen = earned == null ? 0 : earned.left;
        }

        long spentOut() {
            return spent.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    long balance() {
        return principal + bonus;
    }

    long pointsBalance() {
        return points.stream().mapToLong(lot -> lot.left).sum();
    }

    long usablePoints() {
        return usable().mapToLong(lot -> lot.left).sum();
    }

    private Stream<Points> usable() {
        return points.stream().filter(lot -> !lot.expiresOn.isBefore(today));
    }

    private static long bonusFor(long amount) {
        return amount >= 1_000_000 ? 200_000 : amount >= 100_000 ? 10_000 : 0;
    }

    @Nullable
    String refusalOfTopUp(long amount) {
        if (status != CardStatus.ACTIVE) {
            return "CARD_NOT_ACTIVE";
        }
        if (amount < SMALLEST_TOP_UP) {
            return "TOP_UP_TOO_SMALL";
        }
        return balance() + amount + bonusFor(amount) > HIGHEST_BALANCE ? "BALANCE_LIMIT" : null;
    }

    void topUp(long id, long amount) {
        principal += amount;
        bonus += bonusFor(amount);
        var topUp = new TopUp(id, amount, bonusFor(amount));
        topUps.add(topUp);
        value.add(new Value(topUp, amount, bonusFor(amount)));
    }

    private Stream<Value> lotsOf(TopUp topUp) {
        return value.stream().filter(lot -> lot.topUp == topUp);
    }

    private long left(TopUp topUp) {
        return lotsOf(topUp).mapToLong(lot -> lot.principal + lot.bonus).sum();
    }

    @Nullable
    String refusalOfTopUpRefund(TopUp topUp) {
        return left(topUp) == 0 ? "REFUND_TOO_LARGE" : null;
    }

    /** By the house's cause: the principal's share of what is not consumed, at least the principal that is left. */
    long refundOf(TopUp topUp) {
        long total = topUp.principal + topUp.bonus;
        long left = left(topUp);
        long principalLeft = lotsOf(topUp).mapToLong(lot -> lot.principal).sum();
        long due = halfUp(topUp.principal, left + topUp.taken, total) - topUp.paidOut;
        return Math.min(Math.max(due, principalLeft), Math.min(left, topUp.principal - topUp.paidOut));
    }

    @Nullable
    String refusalOfVoid(TopUp topUp) {
        return left(topUp) < topUp.principal + topUp.bonus ? "TOP_UP_USED" : null;
    }

    /** What is left of it leaves the card. */
    void takeOff(TopUp topUp, long paidOut) {
        topUp.paidOut += paidOut;
        topUp.taken += left(topUp);
        lotsOf(topUp).forEach(lot -> {
            principal -= lot.principal;
            bonus -= lot.bonus;
            lot.principal = 0;
            lot.bonus = 0;
        });
    }

    /** Looks at the PIN first, which counts an attempt, so this changes the model even when it refuses. */
    @Nullable
    String refusalOfBill(long stored, long redeemed, @Nullable String typed) {
        if (status != CardStatus.ACTIVE) {
            return "CARD_NOT_ACTIVE";
        }
        String refusal = stored > PIN_ABOVE ? refusalOfPin(typed) : null;
        if (refusal != null) {
            return refusal;
        }
        if (stored > balance()) {
            return "INSUFFICIENT_BALANCE";
        }
        return redeemed > usablePoints() ? "POINTS_NOT_ENOUGH" : null;
    }

    private @Nullable String refusalOfPin(@Nullable String typed) {
        if (typed == null) {
            return "PIN_REQUIRED";
        }
        if (failures == MOST_FAILURES) {
            return "PIN_LOCKED";
        }
        failures = typed.equals(pin) ? 0 : failures + 1;
        return failures == 0 ? null : "PIN_WRONG";
    }

    void bill(long postingId, long cardId, long stored, long cash, long redeemed) {
        long earned = (stored + cash) / 100;
        Points lot = earned == 0 ? null : new Points(today.plusMonths(MONTHS_OF_POINTS), earned);
        var bill = new Bill(postingId, cardId, stored, cash, lot);
        bill.principalDrawn = principalPart(stored);
        draw(bill, bill.principalDrawn, stored - bill.principalDrawn);
        take(redeemed, usable().sorted(Comparator.comparing(points -> points.expiresOn)), bill.spent);
        if (lot != null) {
            points.add(lot);
        }
        bills.add(bill);
    }

    /** From the oldest top-ups first, principal and bonus each on its own. */
    private void draw(Bill bill, long principalDrawn, long bonusDrawn) {
        principal -= principalDrawn;
        bonus -= bonusDrawn;
        long principalToGo = principalDrawn;
        long bonusToGo = bonusDrawn;
        for (Value lot : value) {
            var part = new Value(Math.min(principalToGo, lot.principal), Math.min(bonusToGo, lot.bonus));
            lot.principal -= part.principal;
            lot.bonus -= part.bonus;
            principalToGo -= part.principal;
            bonusToGo -= part.bonus;
            bill.drawn.put(lot, part);
        }
    }

    /** To the newest top-ups the bill drew from first. */
    private void undraw(Bill bill, long principalBack, long bonusBack) {
        principal += principalBack;
        bonus += bonusBack;
        long principalToGo = principalBack;
        long bonusToGo = bonusBack;
        List<Value> onTheNewCard = new ArrayList<>();
        for (Value lot : value.reversed()) {
            Value out = bill.drawn.getOrDefault(lot, new Value(0, 0));
            long toPrincipal = Math.min(principalToGo, out.principal);
            long toBonus = Math.min(bonusToGo, out.bonus);
            out.principal -= toPrincipal;
            out.bonus -= toBonus;
            if (!lot.moved) {
                lot.principal += toPrincipal;
                lot.bonus += toBonus;
            } else if (toPrincipal + toBonus > 0) {
                onTheNewCard.addFirst(new Value(lot.topUp, toPrincipal, toBonus));
            }
            principalToGo -= toPrincipal;
            bonusToGo -= toBonus;
        }
        value.addAll(onTheNewCard);
    }

    /** Another card takes the place of this one: what is left in a lot goes on with it. */
    void replace() {
        status = CardStatus.ACTIVE;
        for (Value lot : List.copyOf(value)) {
            if (lot.principal + lot.bonus > 0) {
                value.add(new Value(lot.topUp, lot.principal, lot.bonus));
            }
            lot.principal = 0;
            lot.bonus = 0;
            lot.moved = true;
        }
        for (Points lot : List.copyOf(points)) {
            if (lot.left > 0) {
                points.add(new Points(lot, lot.left));
            }
            lot.left = 0;
            lot.moved = true;
        }
    }

    /** What refuses a step that leads only from some states. */
    @Nullable
    String refusalUnless(CardStatus... from) {
        return List.of(from).contains(status) ? null : "CARD_NOT_ACTIVE";
    }

    private long principalPart(long amount) {
        return switch (order) {
            case PRINCIPAL_FIRST -> Math.min(amount, principal);
            case BONUS_FIRST -> amount - Math.min(amount, bonus);
            case PROPORTIONAL -> halfUp(amount, principal, balance());
        };
    }

    private static long halfUp(long amount, long part, long whole) {
        return whole == 0 ? 0 : (2 * amount * part + whole) / (2 * whole);
    }

    private static void take(long points, Stream<Points> lots, Map<Points, Long> taken) {
        long toGo = points;
        for (Points lot : lots.toList()) {
            long part = Math.min(toGo, lot.left);
            lot.left -= part;
            taken.merge(lot, part, Long::sum);
            toGo -= part;
        }
    }

    @Nullable
    String refusalOfRefund(Bill bill, long stored, long returned) {
        boolean tooLarge = bill.storedBack + stored > bill.stored || returned > bill.spentOut();
        return tooLarge ? "REFUND_TOO_LARGE" : null;
    }

    /** Points that were earned are taken again from their own lot first, then as if they were spent; down to zero. */
    void refund(Bill bill, long stored, long cash, long returned, long clawedBack) {
        bill.storedBack += stored;
        bill.cashBack += cash;
        long principalByNow = halfUp(bill.principalDrawn, bill.storedBack, bill.stored);
        undraw(bill, principalByNow - bill.principalBack, stored - (principalByNow - bill.principalBack));
        bill.principalBack = principalByNow;
        List<Points> withoutLot = giveBack(bill, returned);
        bill.clawedBack += clawedBack;
        take(
                Math.min(
                        clawedBack,
                        pointsBalance()
                                + withoutLot.stream().mapToLong(lot -> lot.left).sum()),
                Stream.of(
                                points.stream().filter(lot -> lot.origin == bill.earned),
                                points.stream()
                                        .filter(lot -> lot.origin != bill.earned)
                                        .sorted(Comparator.comparing(lot -> lot.expiresOn)),
                                withoutLot.reversed().stream())
                        .flatMap(lots -> lots),
                new HashMap<>());
        withoutLot.stream().filter(lot -> lot.left > 0).forEach(points::add);
    }

    /**
     * What was spent from lots that have ended comes back as a lot of its own for thirty days, the last of those returned
     * here; before it are those of a card that was replaced.
     */
    private List<Points> giveBack(Bill bill, long returned) {
        var withoutLot = new Points(today.plusDays(30), 0);
        List<Points> onTheNewCard = new ArrayList<>();
        long toGo = returned;
        for (Points lot : points.reversed()) {
            long part = Math.min(toGo, bill.spent.getOrDefault(lot, 0L));
            if (lot.moved && part > 0 && !lot.expiresOn.isBefore(today)) {
                onTheNewCard.addFirst(new Points(lot, part));
            } else {
                (lot.expiresOn.isBefore(today) ? withoutLot : lot).left += part;
            }
            bill.spent.merge(lot, -part, Long::sum);
            toGo -= part;
        }
        onTheNewCard.add(withoutLot);
        return onTheNewCard;
    }

    void changePin(String newPin) {
        pin = newPin;
        failures = 0;
    }

    void night() {
        points.stream().filter(lot -> lot.expiresOn.isBefore(today)).forEach(lot -> lot.left = 0);
    }
}
