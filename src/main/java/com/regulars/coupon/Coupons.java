package com.regulars.coupon;

import com.regulars.shared.NotFoundException;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coupons that are out: who has which, and where it stands. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Coupons {

    private static final int MOST = 100;

    private final CouponRepository coupons;
    private final Venues venues;
    private final JdbcClient jdbc;

    /**
     * @param code as it was typed
     * @throws NotFoundException when there is no such coupon
     */
    public CouponSummary get(String code) {
        return coupons.findByCode(CouponCode.typed(code))
                .orElseThrow(() -> new NotFoundException("coupon", code))
                .summary(today());
    }

    /** The guest's newest coupons, newest first, whether they can be used or not. */
    public List<CouponSummary> ofCustomer(long customerId) {
        LocalDate today = today();
        return coupons.findByCustomerIdOrderByIdDesc(customerId, Limit.of(MOST)).stream()
                .map(coupon -> coupon.summary(today))
                .toList();
    }

    /** How a coupon went from guest to guest, oldest first. */
    public List<CouponTransfer> transfers(long couponId) {
        return jdbc.sql("""
                        select from_customer_id, to_customer_id, at, by_name from coupon_transfer
                         where coupon_id = :coupon order by id
                        """)
                .param("coupon", couponId)
                .query(CouponTransfer::row)
                .list();
    }

    /** The guests whom this guest brought by passing on a coupon, the newest first. */
    public List<CouponTransfer> broughtBy(long customerId) {
        return jdbc.sql("""
                        select from_customer_id, to_customer_id, at, by_name from coupon_transfer
                         where from_customer_id = :customer order by id desc limit 20
                        """)
                .param("customer", customerId)
                .query(CouponTransfer::row)
                .list();
    }

    private LocalDate today() {
        return venues.lastClosedBusinessDate().plusDays(1);
    }
}
