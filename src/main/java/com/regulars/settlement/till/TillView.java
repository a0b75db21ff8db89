package com.regulars.settlement.till;

import com.regulars.card.CardSummary;
import com.regulars.customer.CustomerSummary;
import com.regulars.menu.Dish;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.quote.Quote;
import com.regulars.shift.Shift;
import com.regulars.venue.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the till shows.
 *
 * @param venue which venue is booked for
 * @param venueChosen false when the cashier works for all venues and this one was taken for her
 * @param shift who works here since when, null until money moves
 * @param dropped who was on the bill until a moment ago and can be brought back with one key
 * @param dietary what the guest must not eat
 * @param unusableCards frozen and lost cards of a guest who shows no other
 * @param quote the bill priced as it is going to be paid, null when it cannot be priced
 * @param cheaper the other way to pay when it costs the guest less
 * @param keys the tender keys with what the guest would pay
 * @param pin what the guest has to know when the PIN is asked; null when it is not
 * @param coupons those on the bill and those the guest holds besides
 * @param couponProblem why the bill cannot be priced with its coupons
 * @param guestHits guests to choose from after an ambiguous search
 * @param dishHits dishes to choose from
 */
record TillView(
        Venue venue,
        boolean venueChosen,
        @Nullable Shift shift,
        BillDraft draft,
        @Nullable CustomerSummary customer,
        @Nullable CustomerSummary dropped,
        @Nullable String dietary,
        @Nullable CardSummary card,
        List<CardSummary> unusableCards,
        @Nullable Quote quote,
        @Nullable Cheaper cheaper,
        List<TenderKey> keys,
        @Nullable PinAsked pin,
        long pointsWorthMinor,
        List<CouponKey> coupons,
        @Nullable CouponProblem couponProblem,
        @Nullable SettledBill paid,
        List<GuestHit> guestHits,
        List<Dish> dishHits) {

    /** A way to pay that costs less, with how much less. */
    record Cheaper(Payment payment, String factor, String tenths, long savingMinor, long payableMinor) {}

    /** A key and what the guest pays with it; disabled when it cannot be used. */
    record TenderKey(Payment payment, boolean chosen, boolean usable, long payableMinor) {}

    /**
     * The PIN is asked for.
     *
     * @param aboveMinor what the balance pays without one
     * @param triesLeft none when the PIN is locked
     */
    record PinAsked(long aboveMinor, int triesLeft, int mostTries) {}

    /** A coupon on the bill, or one that the guest holds and could use. */
    record CouponKey(String code, String name, boolean used) {}

    /** What a coupon was refused for. */
    record CouponProblem(String code, Object[] args) {}

    /** A guest with one card, or without; a card that cannot be used is shown as such. */
    record GuestHit(CustomerSummary customer, @Nullable CardSummary card) {}

    /** The coupon that the key takes in next; null when the guest holds none that is not on the bill. */
    public @Nullable CouponKey nextCoupon() {
        return coupons.stream().filter(coupon -> !coupon.used()).findFirst().orElse(null);
    }

    public boolean pinAsked() {
        return pin != null;
    }

    public long payableMinor() {
        return quote == null ? 0 : quote.payableMinor();
    }

    /** What the card pays of it. */
    public long fromBalanceMinor() {
        return draft.payment() == Payment.BALANCE ? payableMinor() : Math.min(draft.balancePartMinor(), payableMinor());
    }

    /** What is paid by the chosen means beside the card. */
    public long otherMinor() {
        return payableMinor() - fromBalanceMinor();
    }

    public boolean canSettle() {
        return quote != null && !draft.lines().isEmpty() && !draft.hasBeenPaid();
    }

    public boolean takesCash() {
        return draft.payment() == Payment.CASH && otherMinor() > 0;
    }
}
