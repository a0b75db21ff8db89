package com.regulars.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One business fact about to be posted.
 *
 * @param reference what it is called on statements, for example a receipt number
 * @param refundsPostingId the posting of which this gives back a part, or null
 * @param reversesPostingId the posting that this takes back whole, which can be done once; or null
 */
public record NewPosting(
        PostingKind kind,
        String reference,
        long venueId,
        LocalDate businessDate,
        @Nullable Long shiftId,
        @Nullable Long refundsPostingId,
        @Nullable Long reversesPostingId,
        List<Movement> movements) {

    public NewPosting(
            PostingKind kind,
            String reference,
            long venueId,
            LocalDate businessDate,
            @Nullable Long shiftId,
            @Nullable Long refundsPostingId,
            List<Movement> movements) {
        this(kind, reference, venueId, businessDate, shiftId, refundsPostingId, null, movements);
    }

    public NewPosting {
        movements = List.copyOf(movements);
    }
}
