package com.regulars.demo;

import com.regulars.menu.Dish;
import com.regulars.settlement.quote.BillLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Orders dishes until the bill comes near what a guest usually spends. */
final class DemoOrder {

    private static final String TEA = "801";
    private static final String LIQUOR = "704";
    private static final String RICE = "601";
    private static final long FEAST_MINOR = 120_000;

    private final Map<String, Dish> byCode;
    private final List<Dish> snacks;
    private final List<Dish> dishes;

    DemoOrder(List<Dish> menu) {
        this.byCode = menu.stream().collect(Collectors.toMap(Dish::code, dish -> dish));
        this.snacks = menu.stream()
                .filter(dish -> dish.priceMinor() <= 3_200 && isFood(dish))
                .toList();
        this.dishes = menu.stream()
                .filter(dish -> dish.priceMinor() > 2_000 && isFood(dish))
                .toList();
    }

    /** Tea for everybody, dishes up to about the target, each dish once or twice. */
    List<BillLine> order(long targetMinor, int partySize, Dice dice) {
        List<BillLine> lines = new ArrayList<>();
        long total = add(lines, dish(TEA), partySize);
        if (targetMinor > FEAST_MINOR && dice.happens(0.5)) {
            total += add(lines, dish(LIQUOR), 1);
        }
        if (partySize > 2) {
            total += add(lines, dish(RICE), partySize / 2);
        }
        List<Dish> left = new ArrayList<>(targetMinor < 12_000 ? snacks : dishes);
        while (total < targetMinor * 9 / 10 && !left.isEmpty()) {
            Dish dish = dice.pick(left);
            left.remove(dish);
            boolean fits = total + dish.priceMinor() <= targetMinor * 12 / 10;
            if (fits || left.isEmpty()) {
                total += add(lines, dish, targetMinor > FEAST_MINOR && dice.happens(0.4) ? 2 : 1);
            }
        }
        return lines;
    }

    private static long add(List<BillLine> lines, Dish dish, int quantity) {
        lines.add(new BillLine(
                dish.code(), dish.name(), quantity, dish.priceMinor(), dish.memberPriceMinor(), dish.discountable()));
        return dish.priceMinor() * quantity;
    }

    private Dish dish(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    private static boolean isFood(Dish dish) {
        return !dish.code().startsWith("8")
                && !dish.code().equals(LIQUOR)
                && !dish.code().equals(RICE);
    }
}
