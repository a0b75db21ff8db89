package com.regulars.settlement.quote;

import org.jspecify.annotations.Nullable;

/**
 * One line of a bill as the till sends it.
 *
 * @param item code of a dish on the menu; the menu's prices then count, not these
 * @param quantity at least 1
 * @param discountable false keeps the line out of the programme discount
 */
public record BillLine(
        @Nullable String item,
        String name,
        long quantity,
        long unitPriceMinor,
        @Nullable Long memberUnitPriceMinor,
        boolean discountable) {

    long listMinor() {
        return unitPriceMinor * quantity;
    }

    /** What a holder of a card with member prices saves on this line; a member price above the list price counts for nothing. */
    long memberSavingMinor() {
        Long member = memberUnitPriceMinor;
        return member == null || member >= unitPriceMinor ? 0 : (unitPriceMinor - member) * quantity;
    }
}
