package com.regulars.settlement.quote;

import com.regulars.card.CardTerms;
import com.regulars.coupon.UsableCoupon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a quote is reckoned from.
 *
 * @param terms what the card brings on that day, or null without a card
 * @param coupons in the order they are taken in
 * @param pointsAvailable points that can pay that day
 * @param roundDownToMinor the payable is rounded down to a multiple of this; 1 rounds nothing
 * @param visit which one it is where the programme rewards visits, else null
 */
record Pricing(
        List<BillLine> lines,
        PaidBy paidBy,
        @Nullable CardTerms terms,
        List<UsableCoupon> coupons,
        long redeemPoints,
        long pointsAvailable,
        long roundDownToMinor,
        @Nullable CountedVisit visit) {}
