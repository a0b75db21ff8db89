package com.regulars.card;

import com.regulars.ledger.TenderType;
import org.jspecify.annotations.Nullable;

/**
 * Gives a guest a card.
 *
 * @param venueId where it is issued
 * @param shiftId null means the actor's open shift there
 * @param pin six digits, or null for none
 * @param feeTender how the fee of a member-price programme is paid; null when there is none
 */
public record IssueCard(
        long customerId,
        String programmeCode,
        long venueId,
        @Nullable String shiftId,
        @Nullable String pin,
        @Nullable TenderType feeTender) {

    @Override
    public String toString() {
        return "IssueCard[customerId=" + customerId + ", programmeCode=" + programmeCode + "]";
    }
}
