package com.regulars.coupon;

import com.regulars.access.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** One coupon of a guest. Bills use it and give it back by {@link CouponDesk}, in SQL, so that two never use it at once. */
@Entity
@Table(name = "coupon")
@Getter
class Coupon {

    static final String ACTIVE = "ACTIVE";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "coupon_seq")
    @SequenceGenerator(name = "coupon_seq", sequenceName = "coupon_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String code;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    @JoinColumn(name = "template_id")
    private CouponTemplate template;

    private long customerId;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private String status = ACTIVE;
    private @Nullable Instant usedAt;
    private @Nullable String usedFor;
    private Instant issuedAt;
    private String issuedByKey;
    private String issuedByName;

    protected Coupon() {}

    Coupon(CouponTemplate template, long customerId, LocalDate validFrom, LocalDate validUntil, Actor by, Instant now) {
        this.code = CouponCode.random();
        this.template = template;
        this.customerId = customerId;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        this.issuedAt = now;
        this.issuedByKey = by.key();
        this.issuedByName = by.name();
    }

    void passTo(long customer) {
        customerId = customer;
    }

    boolean isUsed() {
        return !status.equals(ACTIVE);
    }

    CouponSummary summary(LocalDate today) {
        return new CouponSummary(
                id,
                code,
                template.getCode(),
                template.getName(),
                template.terms(),
                customerId,
                validFrom,
                validUntil,
                CouponStatus.of(isUsed(), validUntil, today),
                usedAt,
                usedFor,
                issuedAt,
                issuedByName);
    }

    UsableCoupon usable() {
        return new UsableCoupon(id, code, template.getName(), customerId, template.terms());
    }
}
