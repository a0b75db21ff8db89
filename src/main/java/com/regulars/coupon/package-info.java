/**
 * Coupons (R6.2): kinds of them, who was given which, passing one on, and using one on a bill. Owns {@code coupon} and
 * {@code coupon_*}. What a coupon takes off is reckoned here; where in the order of a bill's price it does so, and which
 * bill it was used for, is {@code settlement}'s business.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "work",
            "request",
            "customer",
            "customer :: page"
        })
@NullMarked
package com.regulars.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
