package com.regulars.settlement.quote;

import com.regulars.card.CardSummary;
import com.regulars.card.CardTerms;
import com.regulars.customer.CustomerSummary;
import org.jspecify.annotations.Nullable;

/**
 * One bill priced as paid from the balance and as paid otherwise.
 *
 * @param card the card of the bill with what it brings, or null
 * @param usablePoints points of the card that can pay today
 * @param guest the guest who was named, or null
 */
public record QuotedBothWays(
        @Nullable CardSummary card,
        @Nullable CardTerms terms,
        @Nullable CustomerSummary guest,
        long usablePoints,
        Quote balance,
        Quote other) {

    public Quote paidBy(PayBy payBy) {
        return payBy == PayBy.BALANCE ? balance : other;
    }
}
