package com.regulars.card.web;

import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card on the wire. */
record CardAnswer(
        String number,
        CardStatus status,
        String programmeCode,
        String customerId,
        long principalMinor,
        long bonusMinor,
        long points,
        @Nullable LocalDate memberPriceUntil) {

    static CardAnswer of(CardSummary card) {
        return new CardAnswer(
                card.number(),
                card.status(),
                card.programmeCode(),
                String.valueOf(card.customerId()),
                card.principalMinor(),
                card.bonusMinor(),
                card.points(),
                card.memberPriceUntil());
    }
}
