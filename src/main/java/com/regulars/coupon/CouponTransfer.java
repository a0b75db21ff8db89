package com.regulars.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A coupon that one guest passed on to another: who brought whom. */
public record CouponTransfer(long fromCustomerId, long toCustomerId, Instant at, String byName) {

    static CouponTransfer row(ResultSet row, int number) throws SQLException {
        return new CouponTransfer(
                row.getLong("from_customer_id"),
                row.getLong("to_customer_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"));
    }
}
