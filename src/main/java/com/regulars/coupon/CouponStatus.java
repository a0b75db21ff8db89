package com.regulars.coupon;

import java.time.LocalDate;

/** Where a coupon stands on a business day. */
public enum CouponStatus {
    ACTIVE,
    USED,
    /** Its end has passed before it was used. Nothing is written for that: it follows from the dates. */
    EXPIRED;

    static CouponStatus of(boolean used, LocalDate validUntil, LocalDate today) {
        if (used) {
            return USED;
        }
        return validUntil.isBefore(today) ? EXPIRED : ACTIVE;
    }
}
