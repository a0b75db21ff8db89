package com.regulars.card.topup;

/** A top-up that was done: what it put on the card as principal and as bonus, and the balance around it (R4.1). */
public record ToppedUpCard(
        String id,
        long principalMinor,
        long bonusMinor,
        long balanceBeforeMinor,
        long balanceAfterMinor,
        String receiptNumber) {}
