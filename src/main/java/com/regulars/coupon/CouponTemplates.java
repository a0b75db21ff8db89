package com.regulars.coupon;

import static com.regulars.access.Permission.PROGRAMME_EDIT;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of coupons. Nobody changes one, because coupons are out under it. */
@Service
@RequiredArgsConstructor
@Transactional
public class CouponTemplates {

    private final TemplateRepository templates;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /** Those that can be given out first, by code. */
    @Transactional(readOnly = true)
    public List<TemplateSummary> all() {
        return templates.findAllByOrderByActiveDescCodeAsc().stream()
                .map(CouponTemplate::summary)
                .toList();
    }

    /** @throws NotFoundException when no kind has this code */
    @Transactional(readOnly = true)
    public TemplateSummary get(String code) {
        return require(code).summary();
    }

    /**
     * @throws RefusedException {@code COUPON_TEMPLATE_EXISTS} when the code is taken
     * @throws InvalidFieldException when one guest could be given more than there are, or the worth is not one
     */
    @Requires(PROGRAMME_EDIT)
    public TemplateSummary create(CreateTemplate command) {
        requireSensible(command);
        if (templates.existsByCode(command.code())) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "COUPON_TEMPLATE_EXISTS", command.code());
        }
        TemplateSummary created = templates
                .saveAndFlush(new CouponTemplate(command, currentActor.get(), clock.instant()))
                .summary();
        auditLog.record("coupon.templateCreated", "couponTemplate", command.code(), command.name());
        return created;
    }

    /** No more are given out; those that are out stay good. One that has ended stays as it is. */
    @Requires(PROGRAMME_EDIT)
    public TemplateSummary end(String code) {
        CouponTemplate template = require(code);
        if (template.end()) {
            auditLog.record("coupon.templateEnded", "couponTemplate", code, template.getName());
        }
        return template.summary();
    }

    private CouponTemplate require(String code) {
        return templates.findByCode(code).orElseThrow(() -> new NotFoundException("couponTemplate", code));
    }

    private static void requireSensible(CreateTemplate command) {
        CouponTerms terms = command.terms();
        if ((terms.amountOffMinor() == null) == (terms.percentOff() == null)) {
            throw new InvalidFieldException("amountOffMinor", "coupon.oneWorth");
        }
        if (terms.capMinor() != null && terms.percentOff() == null) {
            throw new InvalidFieldException("capMinor", "coupon.cap");
        }
        if ((terms.from() == null) != (terms.to() == null)) {
            throw new InvalidFieldException("fromTime", "coupon.hours");
        }
        Long total = command.totalLimit();
        Integer perGuest = command.perGuestLimit();
        if (total != null && perGuest != null && perGuest > total) {
            throw new InvalidFieldException("perGuestLimit", "coupon.perGuest", total);
        }
    }
}
