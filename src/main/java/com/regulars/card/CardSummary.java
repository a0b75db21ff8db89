package com.regulars.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card as lists, tills and other modules see it.
 *
 * @param number all sixteen digits; shown to people through {@link CardNumber#masked}
 * @param pinTriesLeft how often a PIN may still be typed; 0 when it is locked, null when the card has none
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
        @Nullable Integer pinTriesLeft) {

    public boolean hasPin() {
        return pinTriesLeft != null;
    }

    public long balanceMinor() {
        return principalMinor + bonusMinor;
    }

    /** {@code 6028 **** **** 2185}. */
    public String maskedNumber() {
        return new CardNumber(number).masked();
    }
}
