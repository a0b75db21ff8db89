package com.regulars.coupon;

/**
 * A coupon that a bill may take in.
 *
 * @param name of its kind, as the guest knows it
 */
public record UsableCoupon(long id, String code, String name, long customerId, CouponTerms terms) {}
