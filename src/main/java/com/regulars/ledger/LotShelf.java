package com.regulars.ledger;

import com.regulars.shared.RefusedException;
import com.regulars.shared.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lots a posting may touch, and the rules by which value leaves them and comes back. */
final class LotShelf {

    private final List<Lot> lots;
    private final List<Draw> draws = new ArrayList<>();

    /** What leaves a lot; negative when it comes back. */
    record Draw(long lotId, long amount, long bonus, long listValue) {}

    /** A part of a lot that is on its way to another holder. */
    record Part(Lot lot, long amount, long bonus) {}

    LotShelf(List<Lot> lots) {
        this.lots = lots.stream()
                .sorted(Comparator.comparingLong((Lot lot) -> lot.id))
                .toList();
    }

    List<Draw> draws() {
        return List.copyOf(draws);
    }

    /** Oldest lots first, principal and bonus each on its own; the list value goes along by amount. */
    void drawValue(long accountId, long principal, long bonus, long listValue) {
        List<Part> parts = new ArrayList<>();
        long principalToGo = principal;
        long bonusToGo = bonus;
        for (Lot lot : of(accountId).toList()) {
            var part = new Part(lot, Math.min(principalToGo, lot.amountLeft), Math.min(bonusToGo, lot.bonusLeft));
            if (part.amount + part.bonus > 0) {
                parts.add(part);
                principalToGo -= part.amount;
                bonusToGo -= part.bonus;
            }
        }
        requireCovered(principalToGo + bonusToGo);
        long[] listValues = Shares.split(
                listValue,
                parts.stream().mapToLong(part -> part.amount + part.bonus).toArray());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            take(part.lot, part.amount, part.bonus, listValues[i]);
        }
    }

    /** Empties all lots of an account. */
    List<Part> moveAll(long accountId) {
        return takeOut(of(accountId)
                .filter(lot -> lot.amountLeft + lot.bonusLeft > 0)
                .map(lot -> new Part(lot, lot.amountLeft, lot.bonusLeft))
                .toList());
    }

    /** Empties what is left of one lot. */
    List<Part> empty(long accountId, long originId) {
        return takeOut(of(accountId)
                .filter(lot -> lot.originId == originId && lot.amountLeft + lot.bonusLeft > 0)
                .map(lot -> new Part(lot, lot.amountLeft, lot.bonusLeft))
                .toList());
    }

    private List<Part> takeOut(List<Part> parts) {
        parts.forEach(part -> take(part.lot, part.amount, part.bonus, 0));
        return parts;
    }

    /**
     * Gives back as {@link #giveBackValue} does, and takes it out of those lots again at once, for the caller to make new
     * lots of it elsewhere: what was drawn counts as given back where it was drawn.
     */
    List<Part> giveBackElsewhere(long accountId, long amount) {
        var before = new Stand(of(accountId).toList());
        giveBackValue(accountId, amount);
        return takeOut(before.grownSince());
    }

    /** What lots held at one moment. */
    private record Stand(List<Lot> lots, long[] amounts, long[] bonuses) {

        Stand(List<Lot> lots) {
            this(
                    lots,
                    lots.stream().mapToLong(lot -> lot.amountLeft).toArray(),
                    lots.stream().mapToLong(lot -> lot.bonusLeft).toArray());
        }

        List<Part> grownSince() {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < lots.size(); i++) {
                Lot lot = lots.get(i);
                var part = new Part(lot, lot.amountLeft - amounts[i], lot.bonusLeft - bonuses[i]);
                if (part.amount + part.bonus > 0) {
                    parts.add(part);
                }
            }
            return parts;
        }
    }

    /**
     * Gives back to the lots of the refunded posting, newest first. Principal gets its share of all that has come back
     * by now, less what it got before, so that any row of part refunds ends exactly where one full refund would.
     *
     * @return how much of it is principal
     * @throws RefusedException {@code REFUND_TOO_LARGE} when more would come back than was drawn
     */
    long giveBackValue(long accountId, long amount) {
        List<Lot> drawnFrom = of(accountId).toList();
        long principalDrawn = sum(drawnFrom, lot -> lot.drawn.amount());
        long bonusDrawn = sum(drawnFrom, lot -> lot.drawn.bonus());
        long principalBack = sum(drawnFrom, lot -> lot.drawn.amountBack());
        long bonusBack = sum(drawnFrom, lot -> lot.drawn.bonusBack());
        long backByNow = principalBack + bonusBack + amount;
        if (backByNow > principalDrawn + bonusDrawn) {
            throw new RefusedException("REFUND_TOO_LARGE");
        }
        long principal = Shares.proportion(principalDrawn, backByNow, principalDrawn + bonusDrawn) - principalBack;
        giveBack(drawnFrom, principal, amount - principal);
        return principal;
    }

    private void giveBack(List<Lot> drawnFrom, long principal, long bonus) {
        long principalToGo = principal;
        long bonusToGo = bonus;
        for (Lot lot : drawnFrom.reversed()) {
            long toPrincipal = Math.min(principalToGo, lot.drawn.amountOut());
            long toBonus = Math.min(bonusToGo, lot.drawn.bonusOut());
            if (toPrincipal + toBonus > 0) {
                long listValue = listValueBack(lot.drawn, toPrincipal + toBonus);
                take(lot, -toPrincipal, -toBonus, -listValue);
                lot.drawn = lot.drawn.givenBack(toPrincipal, toBonus, listValue);
                principalToGo -= toPrincipal;
                bonusToGo -= toBonus;
            }
        }
        requireCovered(principalToGo + bonusToGo);
    }

    private static long listValueBack(Lot.Drawn drawn, long back) {
        long backByNow = drawn.amountBack() + drawn.bonusBack() + back;
        return Shares.proportion(drawn.listValue(), backByNow, drawn.amount() + drawn.bonus()) - drawn.listValueBack();
    }

    long usablePoints(long accountId, LocalDate date) {
        return sum(of(accountId).filter(lot -> lot.isUsableOn(date)).toList(), lot -> lot.amountLeft);
    }

    void spendPoints(long accountId, long points, LocalDate date) {
        takePoints(of(accountId).filter(lot -> lot.isUsableOn(date)).sorted(Lot.EXPIRES_FIRST), points);
    }

    /**
     * Gives points back to the lots from which they were spent. From one that has ended in the meantime they leave again
     * at once, for the caller to make a new lot of them.
     *
     * @return how many points have no lot to be in
     * @throws RefusedException {@code REFUND_TOO_LARGE} when more would come back than was spent
     */
    long giveBackPoints(long accountId, long points, LocalDate date) {
        List<Lot> spentFrom = of(accountId).toList();
        requireSpent(spentFrom, points);
        var ended =
                new Stand(spentFrom.stream().filter(lot -> lot.hasEndedBy(date)).toList());
        giveBack(spentFrom, points, 0);
        return takeOut(ended.grownSince()).stream().mapToLong(Part::amount).sum();
    }

    /**
     * Gives points back to the lots from which they were spent, and takes them out again at once for the caller to make
     * new lots of them elsewhere.
     *
     * @throws RefusedException {@code REFUND_TOO_LARGE} when more would come back than was spent
     */
    List<Part> giveBackPointsElsewhere(long accountId, long points) {
        List<Lot> spentFrom = of(accountId).toList();
        requireSpent(spentFrom, points);
        var before = new Stand(spentFrom);
        giveBack(spentFrom, points, 0);
        return takeOut(before.grownSince());
    }

    private static void requireSpent(List<Lot> spentFrom, long points) {
        if (points > sum(spentFrom, lot -> lot.drawn.amountOut())) {
            throw new RefusedException("REFUND_TOO_LARGE");
        }
    }

    /** What the lots of an account hold. */
    long held(long accountId) {
        return sum(of(accountId).toList(), lot -> lot.amountLeft);
    }

    /** First what the refunded posting itself had earned, then as if they were spent. */
    void clawBackPoints(long accountId, long points, @Nullable Long refundedPostingId) {
        Predicate<Lot> earnedThen = lot -> refundedPostingId != null && lot.postingId == refundedPostingId;
        takePoints(
                Stream.concat(
                        of(accountId).filter(earnedThen),
                        of(accountId).filter(earnedThen.negate()).sorted(Lot.EXPIRES_FIRST)),
                points);
    }

    /** @return how many points ended */
    long expirePoints(long accountId, LocalDate date) {
        List<Lot> ended = of(accountId).filter(lot -> lot.hasEndedBy(date)).toList();
        long points = sum(ended, lot -> lot.amountLeft);
        takePoints(ended.stream(), points);
        return points;
    }

    private void takePoints(Stream<Lot> inOrder, long points) {
        long toGo = points;
        for (Lot lot : inOrder.toList()) {
            long part = Math.min(toGo, lot.amountLeft);
            if (part > 0) {
                take(lot, part, 0, 0);
                toGo -= part;
            }
        }
        requireCovered(toGo);
    }

    private void take(Lot lot, long amount, long bonus, long listValue) {
        lot.amountLeft -= amount;
        lot.bonusLeft -= bonus;
        draws.add(new Draw(lot.id, amount, bonus, listValue));
    }

    private Stream<Lot> of(long accountId) {
        return lots.stream().filter(lot -> lot.accountId == accountId);
    }

    private static long sum(List<Lot> lots, ToLongFunction<Lot> part) {
        return lots.stream().mapToLong(part).sum();
    }

    private static void requireCovered(long toGo) {
        if (toGo != 0) {
            throw new IllegalStateException("Lots and account differ by " + toGo);
        }
    }
}
