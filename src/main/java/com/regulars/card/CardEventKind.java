package com.regulars.card;

import static com.regulars.card.CardStatus.ACTIVE;
import static com.regulars.card.CardStatus.LOST;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens in the life of a card: from which states it may, and where it leads. */
enum CardEventKind {
    ISSUED(EnumSet.noneOf(CardStatus.class), ACTIVE),
    FROZEN(EnumSet.of(ACTIVE), CardStatus.FROZEN),
    UNFROZEN(EnumSet.of(CardStatus.FROZEN), ACTIVE),
    REPORTED_LOST(EnumSet.of(ACTIVE, CardStatus.FROZEN), LOST),
    REPLACED(EnumSet.of(ACTIVE, CardStatus.FROZEN, LOST), CardStatus.REPLACED),
    CLOSED(EnumSet.of(ACTIVE, CardStatus.FROZEN, LOST), CardStatus.CLOSED),
    PIN_CHANGED(EnumSet.of(ACTIVE, CardStatus.FROZEN), null);

    private final Set<CardStatus> from;
    private final @Nullable CardStatus to;

    CardEventKind(Set<CardStatus> from, @Nullable CardStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean isPossibleFrom(CardStatus status) {
        return from.contains(status);
    }

    /** Where a card stands afterwards. */
    CardStatus after(CardStatus status) {
        return to == null ? status : to;
    }
}
