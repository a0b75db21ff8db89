package com.regulars.card;

import java.util.List;

/**
 * What a refund did to the cards.
 *
 * @param pointsClawedBack down to zero at most; what could not be taken is in the audit log
 */
public record RefundedCards(
        long postingId, List<StoredValueDrawn> returned, long pointsReturned, long pointsClawedBack) {

    public RefundedCards {
        returned = List.copyOf(returned);
    }
}
