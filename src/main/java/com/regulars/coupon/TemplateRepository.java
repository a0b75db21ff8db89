package com.regulars.coupon;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TemplateRepository extends JpaRepository<CouponTemplate, Long> {

    List<CouponTemplate> findAllByOrderByActiveDescCodeAsc();

    Optional<CouponTemplate> findByCode(String code);

    boolean existsByCode(String code);
}
