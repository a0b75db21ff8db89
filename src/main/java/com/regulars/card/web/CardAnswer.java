package com.regulars.card.web;

import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card on the wire.
 *
 * @param replacedBy number of the card that took its place, null while it has none
 */
record CardAnswer(
        String number,
        CardStatus status,
        String programmeCode,
        String customerId,
        long principalMinor,
        long bonusMinor,
        long points,
        @Nullable LocalDate memberPriceUntil,
        @Nullable String replacedBy) {

    static CardAnswer of(CardSummary card) {
        return of(card, null);
    }

    static CardAnswer of(CardSummary card, @Nullable String replacedBy) {
        return new CardAnswer(
                card.number(),
                card.status(),
                card.programmeCode(),
                String.valueOf(card.customerId()),
                card.principalMinor(),
                card.bonusMinor(),
                card.points(),
                card.memberPriceUntil(),
                replacedBy);
    }
}
