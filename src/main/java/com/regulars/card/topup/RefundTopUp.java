package com.regulars.card.topup;

import com.regulars.ledger.TenderType;
import org.jspecify.annotations.Nullable;

/**
 * Pays out what is left of a top-up.
 *
 * @param shiftId null means the actor's open shift at the venue of the top-up
 */
public record RefundTopUp(
        long topUpId,
        RefundCause cause,
        TenderType tender,
        @Nullable String shiftId) {}
