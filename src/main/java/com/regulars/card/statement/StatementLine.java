package com.regulars.card.statement;

import java.time.Instant;

/**
 * One line of a card's statement.
 *
 * @param kind the business fact: CARD_FEE, TOP_UP, BILL, BILL_REFUND, POINTS_EXPIRY, OPENING
 * @param account PRINCIPAL, BONUS or POINTS; FEE for what the card cost, which is no value on it
 * @param amount signed; minor units or points
 * @param explanation why, in the reader's language; for points with rule, base, factor and rounding (R4.3)
 */
public record StatementLine(
        Instant at, String kind, String account, long amount, long balanceAfter, String reference, String explanation) {

    public boolean isFee() {
        return account.equals("FEE");
    }

    public boolean isPoints() {
        return account.equals("POINTS");
    }
}
