package com.regulars.coupon;

import com.regulars.shared.Rate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon is worth and when (R6.2). Either an amount or a percentage; what is absent sets no limit.
 *
 * @param capMinor the most a percentage takes off
 * @param minBillMinor what must still be payable where the coupon's turn comes
 * @param transferable whether another guest than the one who was given it may use it
 * @param alone whether no other coupon may be on the bill
 * @param group of the coupons of one group one may be on a bill
 * @param days of the venue's business day; empty is every day
 * @param from beginning of the hours it can be used in, inclusive, by the venue's clock
 * @param to their end, exclusive; before {@code from} they go over midnight
 * @param venueIds empty is everywhere
 */
public record CouponTerms(
        @Nullable Long amountOffMinor,
        @Nullable Rate percentOff,
        @Nullable Long capMinor,
        long minBillMinor,
        boolean transferable,
        boolean alone,
        @Nullable String group,
        Set<DayOfWeek> days,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Set<Long> venueIds) {

    public CouponTerms {
        days = Set.copyOf(days);
        venueIds = Set.copyOf(venueIds);
    }

    /** An amount or a percentage off any bill that reaches the minimum. */
    public static CouponTerms simple(
            @Nullable Long amountOffMinor,
            @Nullable Rate percentOff,
            @Nullable Long capMinor,
            long minBillMinor,
            boolean transferable) {
        return new CouponTerms(
                amountOffMinor,
                percentOff,
                capMinor,
                minBillMinor,
                transferable,
                false,
                null,
                Set.of(),
                null,
                null,
                Set.of());
    }

    /** What it takes off so much, never more than that; a percentage is rounded half up. */
    public long offOf(long payableMinor) {
        long off = percentOff == null ? fixed() : capped(percentOff.ofRoundedHalfUp(payableMinor));
        return Math.min(off, payableMinor);
    }

    private long fixed() {
        return amountOffMinor == null ? 0 : amountOffMinor;
    }

    private long capped(long off) {
        return capMinor == null ? off : Math.min(off, capMinor);
    }

    public boolean reaches(long payableMinor) {
        return payableMinor >= minBillMinor;
    }

    boolean countsIn(long venueId) {
        return venueIds.isEmpty() || venueIds.contains(venueId);
    }

    boolean countsOn(LocalDate businessDate) {
        return days.isEmpty() || days.contains(businessDate.getDayOfWeek());
    }

    boolean countsAt(LocalTime time) {
        if (from == null || to == null || from.equals(to)) {
            return true;
        }
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }
}
