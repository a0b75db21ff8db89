package com.regulars.coupon;

import org.jspecify.annotations.Nullable;

/**
 * Makes a kind of coupon.
 *
 * @param totalLimit how many may be given out, or null for any number
 * @param perGuestLimit how many one guest may be given, or null for any number
 */
public record CreateTemplate(
        String code,
        String name,
        CouponTerms terms,
        @Nullable Long totalLimit,
        @Nullable Integer perGuestLimit) {}
