package com.regulars.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One business fact about to be posted.
 *
 * @param reference what it is called on statements, for example a receipt number
 * @param refundsPostingId the posting of which this gives back a part, or null
 */
public record NewPosting(
        PostingKind kind,
        String reference,
        long venueId,
        LocalDate businessDate,
        @Nullable Long shiftId,
        @Nullable Long refundsPostingId,
        List<Movement> movements) {

    public NewPosting {
        movements = List.copyOf(movements);
    }
}
