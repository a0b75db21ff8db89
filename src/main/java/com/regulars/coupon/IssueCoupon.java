package com.regulars.coupon;

import java.time.LocalDate;

/**
 * Gives a guest a coupon.
 *
 * @param validUntil the last business day it can be used on
 */
public record IssueCoupon(long customerId, String templateCode, LocalDate validUntil) {}
