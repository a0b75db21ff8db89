package com.regulars.coupon;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as people see it.
 *
 * @param name of its kind
 * @param validUntil the last business day, inclusive
 * @param usedFor the number of the bill it was used on
 */
public record CouponSummary(
        long id,
        String code,
        String templateCode,
        String name,
        CouponTerms terms,
        long customerId,
        LocalDate validFrom,
        LocalDate validUntil,
        CouponStatus status,
        @Nullable Instant usedAt,
        @Nullable String usedFor,
        Instant issuedAt,
        String issuedByName) {

    public boolean isActive() {
        return status == CouponStatus.ACTIVE;
    }

    /** The code in groups of four, as it is read aloud and printed. */
    public String spelledCode() {
        return code.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
