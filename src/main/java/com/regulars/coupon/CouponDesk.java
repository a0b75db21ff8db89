package com.regulars.coupon;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where a bill meets its coupons: may they be used on it, and used they are, each once, whoever else tries. */
@Service
@RequiredArgsConstructor
public class CouponDesk {

    private final CouponRepository coupons;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * What decides on which bill a coupon counts.
     *
     * @param customerId whose visit the bill is, or null
     */
    public record Occasion(
            Venue venue,
            Instant at,
            LocalDate businessDate,
            @Nullable Long customerId) {

        LocalTime time() {
            return LocalTime.ofInstant(at, venue.zone());
        }
    }

    /**
     * The coupons with these codes, in this order, when the bill may take all of them in. Whether the bill reaches a
     * minimum is seen where it is priced.
     *
     * @param codes as they were typed
     * @throws RefusedException {@code COUPON_NOT_USABLE} with the first that may not
     */
    @Transactional(readOnly = true)
    public List<UsableCoupon> require(List<String> codes, Occasion occasion) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<String> typed = codes.stream().map(CouponCode::typed).toList();
        Map<String, Coupon> found =
                coupons.findByCodeIn(typed).stream().collect(Collectors.toMap(Coupon::getCode, Function.identity()));
        List<UsableCoupon> usable = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Coupon coupon = found.get(typed.get(i));
            if (coupon == null) {
                throw CouponProblem.UNKNOWN.refuse(codes.get(i));
            }
            requireFor(coupon, occasion);
            usable.add(coupon.usable());
        }
        requireTogether(usable);
        return usable;
    }

    private static void requireFor(Coupon coupon, Occasion occasion) {
        CouponTerms terms = coupon.getTemplate().terms();
        Long guest = occasion.customerId();
        boolean ofAnother = guest == null || guest != coupon.getCustomerId();
        CouponProblem problem = coupon.isUsed()
                ? CouponProblem.USED
                : coupon.getValidUntil().isBefore(occasion.businessDate())
                        ? CouponProblem.ENDED
                        : coupon.getValidFrom().isAfter(occasion.businessDate())
                                ? CouponProblem.NOT_YET
                                : ofAnother && !terms.transferable()
                                        ? CouponProblem.OF_ANOTHER_GUEST
                                        : placeAndTime(terms, occasion);
        if (problem != null) {
            throw problem.refuse(coupon.getCode());
        }
    }

    private static @Nullable CouponProblem placeAndTime(CouponTerms terms, Occasion occasion) {
        if (!terms.countsIn(occasion.venue().id())) {
            return CouponProblem.NOT_IN_THIS_VENUE;
        }
        if (!terms.countsOn(occasion.businessDate())) {
            return CouponProblem.NOT_ON_THIS_DAY;
        }
        return terms.countsAt(occasion.time()) ? null : CouponProblem.NOT_AT_THIS_TIME;
    }

    private static void requireTogether(List<UsableCoupon> usable) {
        Set<Long> seen = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (UsableCoupon coupon : usable) {
            String group = coupon.terms().group();
            if (!seen.add(coupon.id())) {
                throw CouponProblem.TWICE.refuse(coupon.code());
            }
            if (usable.size() > 1 && coupon.terms().alone() || group != null && !groups.add(group)) {
                throw CouponProblem.NOT_WITH_OTHERS.refuse(coupon.code());
            }
        }
    }

    /**
     * Uses coupons on a bill, in one order, so that no two bills wait for each other; one that was passed on with the
     * bill now belongs to the bill's guest.
     *
     * @param billNumber kept with the coupon
     * @throws RefusedException {@code COUPON_NOT_USABLE} when another bill was faster
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(Collection<UsableCoupon> used, String billNumber, Occasion occasion) {
        used.stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .forEach(coupon -> use(coupon, billNumber, occasion));
    }

    private void use(UsableCoupon coupon, String billNumber, Occasion occasion) {
        Long guest = occasion.customerId();
        boolean first = jdbc.sql("""
                        update coupon set status = 'USED', used_at = :at, used_for = :bill, version = version + 1,
                               customer_id = :guest
                         where id = :id and status = 'ACTIVE' and customer_id = :holder
                        """)
                        .param("at", occasion.at().atOffset(ZoneOffset.UTC))
                        .param("bill", billNumber)
                        .param("guest", guest == null ? coupon.customerId() : guest)
                        .param("holder", coupon.customerId())
                        .param("id", coupon.id())
                        .update()
                == 1;
        if (!first) {
            throw CouponProblem.USED.refuse(coupon.code());
        }
        if (guest != null && guest != coupon.customerId()) {
            noteTransfer(coupon, guest);
        }
    }

    /** A bill was refunded as a whole: its coupons can be used again, until their end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update coupon set status = 'ACTIVE', used_at = null, used_for = null, version = version + 1
                             where id in (:ids) and status = 'USED'
                            """).param("ids", ids).update();
        }
    }

    void noteTransfer(UsableCoupon coupon, long toCustomerId) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                        insert into coupon_transfer (coupon_id, from_customer_id, to_customer_id, at, by_key, by_name)
                        values (:coupon, :from, :to, :at, :key, :name)
                        """)
                .param("coupon", coupon.id())
                .param("from", coupon.customerId())
                .param("to", toCustomerId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", actor.key())
                .param("name", actor.name())
                .update();
    }
}
