package com.regulars.coupon;

import com.regulars.access.CurrentActor;
import com.regulars.shared.Rate;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Kinds of coupons and coupons in domain words, made through the real services. */
@TestComponent
public class CouponFixtures {

    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    private final CouponTemplates templates;
    private final CouponIssuing issuing;

    CouponFixtures(CouponTemplates templates, CouponIssuing issuing) {
        this.templates = templates;
        this.issuing = issuing;
    }

    public String amountOff(long minor, long minBillMinor, boolean transferable) {
        return kind(CouponTerms.simple(minor, null, null, minBillMinor, transferable), null, null);
    }

    public String percentOff(int percent, @Nullable Long capMinor) {
        return kind(CouponTerms.simple(null, Rate.ofPercent(percent), capMinor, 0, false), null, null);
    }

    /** @return its code */
    public String kind(CouponTerms terms, @Nullable Long totalLimit, @Nullable Integer perGuestLimit) {
        String code = "k" + UUID.randomUUID().toString().substring(0, 12);
        CurrentActor.asSystem(
                () -> templates.create(new CreateTemplate(code, "券 " + code, terms, totalLimit, perGuestLimit)));
        return code;
    }

    /** @return its code */
    public String give(long customerId, String kind) {
        return give(customerId, kind, FAR);
    }

    public String give(long customerId, String kind, LocalDate validUntil) {
        return CurrentActor.asSystem(() -> issuing.issue(new IssueCoupon(customerId, kind, validUntil)))
                .code();
    }
}
