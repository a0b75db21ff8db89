package com.regulars.coupon;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CouponRepository extends JpaRepository<Coupon, Long> {

    @EntityGraph(attributePaths = "template")
    Optional<Coupon> findByCode(String code);

    @EntityGraph(attributePaths = "template")
    List<Coupon> findByCodeIn(Collection<String> codes);

    /** Newest first. */
    @EntityGraph(attributePaths = "template")
    List<Coupon> findByCustomerIdOrderByIdDesc(long customerId, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Coupon c where c.code = :code")
    Optional<Coupon> lockByCode(String code);

    long countByTemplateIdAndCustomerId(long templateId, long customerId);
}
