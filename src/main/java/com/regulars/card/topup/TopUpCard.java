package com.regulars.card.topup;

import com.regulars.ledger.TenderType;
import org.jspecify.annotations.Nullable;

/**
 * Puts money on a card.
 *
 * @param shiftId null means the actor's open shift at the venue
 */
public record TopUpCard(
        String cardNumber, long venueId, @Nullable String shiftId, long amountMinor, TenderType tender) {}
