package com.regulars.coupon;

import com.regulars.shared.RefusedException;

/** Why a coupon cannot be used on a bill: {@code COUPON_NOT_USABLE}, whose text chooses by this number. */
public enum CouponProblem {
    UNKNOWN(0),
    USED(1),
    ENDED(2),
    NOT_YET(3),
    OF_ANOTHER_GUEST(4),
    NOT_IN_THIS_VENUE(5),
    NOT_ON_THIS_DAY(6),
    NOT_AT_THIS_TIME(7),
    BELOW_MINIMUM(8),
    NOT_WITH_OTHERS(9),
    TWICE(10);

    private final int number;

    CouponProblem(int number) {
        this.number = number;
    }

    /** @param code the coupon's */
    public RefusedException refuse(String code) {
        return new RefusedException("COUPON_NOT_USABLE", code, number);
    }
}
