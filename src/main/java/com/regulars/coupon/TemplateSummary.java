package com.regulars.coupon;

import org.jspecify.annotations.Nullable;

/**
 * A kind of coupon as lists show it.
 *
 * @param issued how many were given out
 * @param active whether more can be given out; those that are out stay good
 */
public record TemplateSummary(
        long id,
        String code,
        String name,
        CouponTerms terms,
        @Nullable Long totalLimit,
        @Nullable Integer perGuestLimit,
        long issued,
        boolean active) {}
