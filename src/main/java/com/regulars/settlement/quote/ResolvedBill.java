package com.regulars.settlement.quote;

import com.regulars.card.CardSummary;
import com.regulars.card.CardTerms;
import com.regulars.coupon.CouponDesk.Occasion;
import com.regulars.coupon.UsableCoupon;
import com.regulars.customer.CustomerSummary;
import com.regulars.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill whose dishes, card and guest have been looked up.
 *
 * @param at the moment that everything about the bill is dated by, its business day with it
 * @param customerId the guest the visit is booked to: who was named, else the holder of the card
 * @param guest the one who was named, or null
 * @param coupons in the order they are taken in
 */
public record ResolvedBill(
        Venue venue,
        Instant at,
        LocalDate businessDate,
        List<BillLine> lines,
        @Nullable CardSummary card,
        @Nullable CardTerms terms,
        @Nullable Long customerId,
        @Nullable CustomerSummary guest,
        List<UsableCoupon> coupons,
        long redeemPoints) {

    ResolvedBill redeeming(long points) {
        return new ResolvedBill(venue, at, businessDate, lines, card, terms, customerId, guest, coupons, points);
    }

    /** What decides whether a coupon counts on this bill. */
    public Occasion occasion() {
        return new Occasion(venue, at, businessDate, customerId);
    }
}
