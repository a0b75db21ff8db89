package com.regulars.card.topup;

/**
 * A top-up that went back: what was paid out, what became of the rest of its lot, and the balance around it.
 *
 * @param principalMinor what was left of the principal, all of which left the card
 * @param receiptNumber of the top-up
 */
public record ReversedTopUp(
        String id,
        long refundMinor,
        long bonusCancelledMinor,
        long principalKeptMinor,
        long principalMinor,
        long bonusMinor,
        long balanceBeforeMinor,
        long balanceAfterMinor,
        String receiptNumber) {}
