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
 * @param balance null when a coupon cannot be used so; never both are null
 */
public record QuotedBothWays(
        @Nullable CardSummary card,
        @Nullable CardTerms terms,
        @Nullable CustomerSummary guest,
        long usablePoints,
        @Nullable Quote balance,
        @Nullable Quote other) {

    /** Null when the bill cannot be paid so, for example because its coupon asks for a higher one. */
    public @Nullable Quote paidBy(PayBy payBy) {
        return payBy == PayBy.BALANCE ? balance : other;
    }
}
