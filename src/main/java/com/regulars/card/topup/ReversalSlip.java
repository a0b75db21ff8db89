package com.regulars.card.topup;

import com.regulars.ledger.TenderType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A top-up that went back, as it prints, with the calculation.
 *
 * @param voided whether it was taken back whole as a mistake
 * @param cause null when it was
 * @param approvedBy the second person, where one was needed
 */
public record ReversalSlip(
        long id,
        TopUpSlip topUp,
        boolean voided,
        @Nullable RefundCause cause,
        TenderType tender,
        TopUpReckoning reckoning,
        long balanceBeforeMinor,
        long balanceAfterMinor,
        Instant at,
        String doneBy,
        @Nullable String approvedBy) {}
