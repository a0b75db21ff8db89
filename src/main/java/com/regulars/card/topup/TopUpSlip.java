package com.regulars.card.topup;

import com.regulars.card.CardNumber;
import com.regulars.ledger.TenderType;
import java.time.Instant;

/** A top-up as it prints: what was paid, what came on top and what is on the card now (R4.8, R4.10). */
public record TopUpSlip(
        long id,
        long cardId,
        String cardNumber,
        long customerId,
        long venueId,
        TenderType tender,
        long principalMinor,
        long bonusMinor,
        long balanceBeforeMinor,
        long balanceAfterMinor,
        String receiptNumber,
        Instant at,
        String doneBy,
        long postingId,
        long shiftId) {

    public String maskedNumber() {
        return new CardNumber(cardNumber).masked();
    }
}
