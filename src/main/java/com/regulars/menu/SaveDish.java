package com.regulars.menu;

import org.jspecify.annotations.Nullable;

/**
 * Puts a dish on the menu or changes it.
 *
 * @param id the dish to change, or null for a new one
 * @param version the version the editor saw, or null to overwrite whatever is there
 */
public record SaveDish(
        @Nullable Long id,
        @Nullable Long version,
        String code,
        String name,
        String category,
        long priceMinor,
        @Nullable Long memberPriceMinor,
        boolean discountable,
        boolean active) {

    /** A new dish that can be ordered at once. */
    public static SaveDish add(
            String code,
            String name,
            String category,
            long priceMinor,
            @Nullable Long memberPriceMinor,
            boolean discountable) {
        return new SaveDish(null, null, code, name, category, priceMinor, memberPriceMinor, discountable, true);
    }
}
