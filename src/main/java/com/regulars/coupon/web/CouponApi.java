package com.regulars.coupon.web;

import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.COUPON_ISSUE;
import static com.regulars.access.Permission.PROGRAMME_EDIT;
import static com.regulars.access.Permission.PROGRAMME_READ;

import com.regulars.access.Requires;
import com.regulars.coupon.CouponIssuing;
import com.regulars.coupon.CouponStatus;
import com.regulars.coupon.CouponSummary;
import com.regulars.coupon.CouponTemplates;
import com.regulars.coupon.Coupons;
import com.regulars.coupon.IssueCoupon;
import com.regulars.shared.NotFoundException;
import com.regulars.venue.Venues;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coupons and their kinds for other systems. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class CouponApi {

    private final CouponTemplates templates;
    private final CouponIssuing issuing;
    private final Coupons coupons;
    private final Venues venues;

    /** All kinds; a brand has dozens, so the list has one page. */
    record TemplateList(List<TemplateJson> items, @Nullable String next) {}

    record IssueJson(
            @NotBlank @Size(max = 40) String customerId,
            @NotBlank @Size(max = 40) String templateCode,
            @NotNull LocalDate validUntil) {

        IssueCoupon toCommand() {
            if (!customerId.matches("[0-9]{1,18}")) {
                throw new NotFoundException("customer", customerId);
            }
            return new IssueCoupon(Long.parseLong(customerId), templateCode, validUntil);
        }
    }

    /**
     * A coupon on the wire.
     *
     * @param usedFor the number of the bill it was used on
     */
    record CouponAnswer(
            String code,
            String templateCode,
            String name,
            String customerId,
            CouponStatus status,
            LocalDate validUntil,
            @Nullable Instant usedAt,
            @Nullable String usedFor,
            Instant issuedAt) {

        static CouponAnswer of(CouponSummary coupon) {
            return new CouponAnswer(
                    coupon.code(),
                    coupon.templateCode(),
                    coupon.name(),
                    String.valueOf(coupon.customerId()),
                    coupon.status(),
                    coupon.validUntil(),
                    coupon.usedAt(),
                    coupon.usedFor(),
                    coupon.issuedAt());
        }
    }

    @GetMapping("/coupon-templates")
    @Requires(PROGRAMME_READ)
    TemplateList templates() {
        return new TemplateList(
                templates.all().stream()
                        .map(template -> TemplateJson.of(template, venues.all()))
                        .toList(),
                null);
    }

    @PostMapping("/coupon-templates")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(PROGRAMME_EDIT)
    TemplateJson create(@Valid @RequestBody TemplateJson request) {
        return TemplateJson.of(templates.create(request.toCommand(venues)), venues.all());
    }

    @PostMapping("/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(COUPON_ISSUE)
    CouponAnswer issue(@Valid @RequestBody IssueJson request) {
        return CouponAnswer.of(issuing.issue(request.toCommand()));
    }

    @GetMapping("/coupons/{code}")
    @Requires(CARD_READ)
    CouponAnswer show(@PathVariable String code) {
        return CouponAnswer.of(coupons.get(code));
    }
}
