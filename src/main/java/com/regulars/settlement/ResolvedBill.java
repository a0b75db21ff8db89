package com.regulars.settlement;

import com.regulars.card.CardSummary;
import com.regulars.card.CardTerms;
import com.regulars.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bill whose dishes, card and guest have been looked up. */
record ResolvedBill(
        Venue venue,
        LocalDate businessDate,
        List<BillLine> lines,
        @Nullable CardSummary card,
        @Nullable CardTerms terms,
        @Nullable Long customerId,
        List<String> couponCodes,
        long redeemPoints) {

    Optional<CardSummary> findCard() {
        return Optional.ofNullable(card);
    }
}
