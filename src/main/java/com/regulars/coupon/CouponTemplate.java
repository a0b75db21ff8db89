package com.regulars.coupon;

import com.regulars.access.Actor;
import com.regulars.shared.Rate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.Getter;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A kind of coupon. Its terms never change, because coupons are out under them; it can be ended. */
@Entity
@Table(name = "coupon_template")
@Getter
class CouponTemplate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "coupon_template_seq")
    @SequenceGenerator(name = "coupon_template_seq", sequenceName = "coupon_template_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String code;
    private String name;
    private @Nullable Long amountOffMinor;
    private @Nullable Integer percentOffBasisPoints;
    private @Nullable Long capMinor;
    private long minBillMinor;
    private boolean transferable;
    private boolean alone;
    private @Nullable String oneOfGroup;
    private @Nullable String days;
    private @Nullable LocalTime fromTime;
    private @Nullable LocalTime toTime;
    private @Nullable Long totalLimit;
    private @Nullable Integer perGuestLimit;
    private long issued;
    private boolean active = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "coupon_template_venue", joinColumns = @JoinColumn(name = "template_id"))
    @Column(name = "venue_id")
    private Set<Long> venueIds = new HashSet<>();

    private Instant createdAt;
    private String createdByKey;
    private String createdByName;

    protected CouponTemplate() {}

    CouponTemplate(CreateTemplate command, Actor by, Instant now) {
        CouponTerms terms = command.terms();
        Rate percent = terms.percentOff();
        code = command.code();
        name = command.name();
        amountOffMinor = terms.amountOffMinor();
        percentOffBasisPoints = percent == null ? null : (Integer) percent.basisPoints();
        capMinor = terms.capMinor();
        minBillMinor = terms.minBillMinor();
        transferable = terms.transferable();
        alone = terms.alone();
        oneOfGroup = terms.group();
        days = digits(terms.days());
        fromTime = terms.from();
        toTime = terms.to();
        venueIds = new HashSet<>(terms.venueIds());
        totalLimit = command.totalLimit();
        perGuestLimit = command.perGuestLimit();
        createdAt = now;
        createdByKey = by.key();
        createdByName = by.name();
    }

    private static @Nullable String digits(Set<DayOfWeek> days) {
        return days.isEmpty()
                ? null
                : new TreeSet<>(days)
                        .stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }

    private static Set<DayOfWeek> days(@Nullable String digits) {
        return digits == null
                ? Set.of()
                : digits.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toSet());
    }

    /** @return false when it had ended already */
    boolean end() {
        boolean was = active;
        active = false;
        return was;
    }

    CouponTerms terms() {
        return new CouponTerms(
                amountOffMinor,
                percentOffBasisPoints == null ? null : new Rate(percentOffBasisPoints),
                capMinor,
                minBillMinor,
                transferable,
                alone,
                oneOfGroup,
                days(days),
                fromTime,
                toTime,
                venueIds);
    }

    TemplateSummary summary() {
        return new TemplateSummary(id, code, name, terms(), totalLimit, perGuestLimit, issued, active);
    }
}
