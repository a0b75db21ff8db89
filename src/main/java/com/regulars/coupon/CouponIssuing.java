package com.regulars.coupon;

import static com.regulars.access.Permission.COUPON_ISSUE;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.customer.Customers;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.time.PossibleDates;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives coupons to guests, and passes them on from one to another (R6.2). */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(COUPON_ISSUE)
public class CouponIssuing {

    private final CouponRepository coupons;
    private final TemplateRepository templates;
    private final CouponDesk desk;
    private final Customers customers;
    private final Venues venues;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Gives out one coupon, counted against the limits of its kind.
     *
     * @throws NotFoundException when customer or kind are not there
     * @throws RefusedException {@code COUPON_TEMPLATE_ENDED}, {@code COUPONS_GONE} when all that there may be are out,
     *     {@code COUPON_LIMIT_OF_GUEST} when this guest had as many as one may have
     */
    public CouponSummary issue(IssueCoupon command) {
        PossibleDates.require("validUntil", command.validUntil());
        customers.get(command.customerId());
        CouponTemplate template = templates
                .findByCode(command.templateCode())
                .orElseThrow(() -> new NotFoundException("couponTemplate", command.templateCode()));
        count(template);
        requireWithinGuestLimit(template, command.customerId());
        LocalDate today = today();
        LocalDate from = command.validUntil().isBefore(today) ? command.validUntil() : today;
        Coupon coupon = coupons.saveAndFlush(new Coupon(
                template, command.customerId(), from, command.validUntil(), currentActor.get(), clock.instant()));
        auditLog.record("coupon.issued", "coupon", coupon.getCode(), template.getName() + " · " + command.validUntil());
        return coupon.summary(today);
    }

    /** Counts it; the row of its kind is held from here, so that limits are kept whoever else gives out the same. */
    private void count(CouponTemplate template) {
        boolean counted = jdbc.sql("""
                        update coupon_template set issued = issued + 1
                         where id = :id and active and (total_limit is null or issued < total_limit)
                        """).param("id", template.getId()).update() == 1;
        if (!counted) {
            throw new RefusedException(
                    template.isActive() ? "COUPONS_GONE" : "COUPON_TEMPLATE_ENDED", template.getName());
        }
    }

    private void requireWithinGuestLimit(CouponTemplate template, long customerId) {
        Integer limit = template.getPerGuestLimit();
        if (limit != null && coupons.countByTemplateIdAndCustomerId(requireId(template), customerId) >= limit) {
            throw new RefusedException("COUPON_LIMIT_OF_GUEST", template.getName(), limit);
        }
    }

    private static long requireId(CouponTemplate template) {
        Long id = template.getId();
        if (id == null) {
            throw new IllegalStateException("Not saved: " + template.getCode());
        }
        return id;
    }

    /**
     * Passes a coupon on to another guest, and notes who brought whom.
     *
     * @throws RefusedException {@code COUPON_NOT_TRANSFERABLE}, or {@code COUPON_NOT_USABLE} when it was used or has ended
     */
    public CouponSummary passOn(String code, long toCustomerId) {
        customers.get(toCustomerId);
        Coupon coupon =
                coupons.lockByCode(CouponCode.typed(code)).orElseThrow(() -> new NotFoundException("coupon", code));
        LocalDate today = today();
        CouponStatus status = coupon.summary(today).status();
        if (status != CouponStatus.ACTIVE) {
            throw (status == CouponStatus.USED ? CouponProblem.USED : CouponProblem.ENDED).refuse(coupon.getCode());
        }
        if (!coupon.getTemplate().isTransferable()) {
            throw new RefusedException(
                    "COUPON_NOT_TRANSFERABLE", coupon.getTemplate().getName());
        }
        if (coupon.getCustomerId() != toCustomerId) {
            desk.noteTransfer(coupon.usable(), toCustomerId);
            coupon.passTo(toCustomerId);
            auditLog.record(
                    "coupon.passedOn",
                    "coupon",
                    coupon.getCode(),
                    coupon.getTemplate().getName());
        }
        return coupons.saveAndFlush(coupon).summary(today);
    }

    private LocalDate today() {
        return venues.lastClosedBusinessDate().plusDays(1);
    }
}
