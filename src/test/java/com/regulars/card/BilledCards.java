package com.regulars.card;

import java.util.List;

/** What a bill did to the cards, in the order of its stored-value payments. */
public record BilledCards(long postingId, List<StoredValueDrawn> drawn, long pointsBefore, long pointsAfter) {

    public BilledCards {
        drawn = List.copyOf(drawn);
    }
}
