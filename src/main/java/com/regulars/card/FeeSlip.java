package com.regulars.card;

import com.regulars.ledger.TenderType;
import java.time.Instant;

/** What a card cost, as it prints: the fee is a sale of its own, and the guest has a right to paper for it (R4.8). */
public record FeeSlip(
        CardSummary card,
        long venueId,
        TenderType tender,
        long feeMinor,
        String receiptNumber,
        Instant at,
        String doneBy) {}
