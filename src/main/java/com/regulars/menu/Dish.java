package com.regulars.menu;

import org.jspecify.annotations.Nullable;

/**
 * A dish of the menu (R4.4).
 *
 * @param code what the till types, unique and stable
 * @param memberPriceMinor what a holder of a card with member prices pays, or null when all pay the same
 * @param discountable whether programme discounts take it in
 * @param active whether it may be ordered now
 */
public record Dish(
        long id,
        String code,
        String name,
        String category,
        long priceMinor,
        @Nullable Long memberPriceMinor,
        boolean discountable,
        boolean active) {}
