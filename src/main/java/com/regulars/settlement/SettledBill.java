package com.regulars.settlement;

import com.regulars.settlement.quote.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill that was paid once (R4.7).
 *
 * @param cardId the card that was shown, or null
 * @param pointsBefore points on the card before the bill, null when it moved none
 * @param settledBy name of the cashier
 */
public record SettledBill(
        long id,
        String receiptNumber,
        String billNumber,
        long venueId,
        String till,
        long shiftId,
        LocalDate businessDate,
        Instant settledAt,
        String settledBy,
        @Nullable Long customerId,
        @Nullable Long cardId,
        long payableMinor,
        long pointsEarned,
        long pointsRedeemed,
        @Nullable Long pointsBefore,
        @Nullable Long pointsAfter,
        List<SettledTender> tenders,
        Quote quote) {

    public SettledBill {
        tenders = List.copyOf(tenders);
    }

    public long changeMinor() {
        return tenders.stream().mapToLong(SettledTender::changeMinor).sum();
    }
}
