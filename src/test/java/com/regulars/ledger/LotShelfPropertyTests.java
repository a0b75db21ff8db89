package com.regulars.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.ledger.Lot.Drawn;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever is drawn and given back: lots and sums stay true, nothing is made, nothing is lost. */
class LotShelfPropertyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Property
    void every_spend_order_splits_without_overdrawing(
            @ForAll SpendOrder order,
            @ForAll @LongRange(max = 2_000_000) long principal,
            @ForAll @LongRange(max = 400_000) long bonus,
            @ForAll @LongRange(max = 2_400_000) long amount) {
        if (amount > principal + bonus) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> order.split(amount, principal, bonus));
            return;
        }
        long fromPrincipal = order.split(amount, principal, bonus);
        assertThat(fromPrincipal).isBetween(0L, principal);
        assertThat(amount - fromPrincipal).isBetween(0L, bonus);
    }

    @Property
    void draws_add_up_to_what_was_paid_and_to_its_list_value(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(max = 5_000) Long> principals,
            @ForAll @Size(min = 6, max = 6) List<@LongRange(max = 900) Long> bonuses,
            @ForAll @IntRange(max = 100) int percentOfPrincipal,
            @ForAll @IntRange(max = 100) int percentOfBonus,
            @ForAll @LongRange(max = 9_000) long listValue) {
        var shelf = new LotShelf(lots(principals, bonuses, Map.of()));
        long principal = sum(principals) * percentOfPrincipal / 100;
        long bonus = sum(bonuses.subList(0, principals.size())) * percentOfBonus / 100;
        if (principal + bonus == 0) {
            return;
        }
        shelf.drawValue(1, principal, bonus, listValue);
        assertThat(shelf.draws().stream().mapToLong(LotShelf.Draw::amount).sum())
                .isEqualTo(principal);
        assertThat(shelf.draws().stream().mapToLong(LotShelf.Draw::bonus).sum()).isEqualTo(bonus);
        assertThat(shelf.draws().stream().mapToLong(LotShelf.Draw::listValue).sum())
                .isEqualTo(listValue);
    }

    @Property
    void part_refunds_end_where_a_full_refund_ends_and_never_give_more(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(max = 3_000) Long> drawnPrincipals,
            @ForAll @Size(min = 5, max = 5) List<@LongRange(max = 700) Long> drawnBonuses,
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = 2_000) Long> parts) {
        Map<Long, Drawn> drawn = new HashMap<>();
        for (int i = 0; i < drawnPrincipals.size(); i++) {
            drawn.put(
                    i + 1L,
                    new Drawn(drawnPrincipals.get(i), drawnBonuses.get(i), 2 * drawnPrincipals.get(i), 0, 0, 0));
        }
        var shelf = new LotShelf(
                lots(zeros(drawnPrincipals), drawnBonuses.stream().map(b -> 0L).toList(), drawn));
        long left = sum(drawnPrincipals) + sum(drawnBonuses.subList(0, drawnPrincipals.size()));
        List<Long> all = new ArrayList<>(parts);
        all.add(left);
        long principal = 0;
        long returned = 0;
        for (long part : all) {
            long amount = Math.min(part, left);
            long toPrincipal = shelf.giveBackValue(1, amount);
            assertThat(toPrincipal).isBetween(0L, amount);
            principal += toPrincipal;
            returned += amount;
            left -= amount;
        }
        long leftNow = left;
        long back = shelf.giveBackValue(1, leftNow);
        assertThat(principal + back).isEqualTo(sum(drawnPrincipals));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> shelf.giveBackValue(1, 1));
        assertThat(-shelf.draws().stream().mapToLong(LotShelf.Draw::amount).sum())
                .isEqualTo(sum(drawnPrincipals));
        assertThat(-shelf.draws().stream()
                        .mapToLong(draw -> draw.amount() + draw.bonus())
                        .sum())
                .isEqualTo(returned + leftNow);
    }

    @Property
    void points_that_expire_first_are_spent_first(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 50) Long> points,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = -3, max = 12) Integer> monthsLeft) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Integer months = monthsLeft.get(i);
            lots.add(new Lot(
                    i + 1,
                    1,
                    1,
                    points.get(i),
                    0,
                    TODAY,
                    months == 12 ? null : TODAY.plusMonths(months),
                    Drawn.NOTHING));
        }
        var shelf = new LotShelf(lots);
        long usable = shelf.usablePoints(1, TODAY);
        shelf.spendPoints(1, usable, TODAY);
        assertThat(shelf.usablePoints(1, TODAY)).isZero();
        List<LocalDate> order = shelf.draws().stream()
                .map(draw -> lots.get((int) draw.lotId() - 1).expiresOn)
                .map(date -> date == null ? LocalDate.MAX : date)
                .toList();
        assertThat(order).isSorted().allMatch(date -> !date.isBefore(TODAY));
    }

    private static List<Lot> lots(List<Long> principals, List<Long> bonuses, Map<Long, Drawn> drawn) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < principals.size(); i++) {
            long id = i + 1L;
            lots.add(new Lot(
                    id, 1, 1, principals.get(i), bonuses.get(i), TODAY, null, drawn.getOrDefault(id, Drawn.NOTHING)));
        }
        return lots;
    }

    private static List<Long> zeros(List<Long> like) {
        return like.stream().map(value -> 0L).toList();
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
