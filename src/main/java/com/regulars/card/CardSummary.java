package com.regulars.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card as lists, tills and other modules see it.
 *
 * @param number all sixteen digits; shown to people through {@link CardNumber#masked}
 * @param memberPriceUntil last day of the member price, null when the programme has none
 */
public record CardSummary(
        long id,
        String number,
        CardStatus status,
        long customerId,
        String programmeCode,
        String programmeName,
        long principalMinor,
        long bonusMinor,
        long points,
        @Nullable LocalDate memberPriceUntil,
        boolean hasPin) {

    public long balanceMinor() {
        return principalMinor + bonusMinor;
    }

    /** {@code 6028 **** **** 2185}. */
    public String maskedNumber() {
        return new CardNumber(number).masked();
    }
}
