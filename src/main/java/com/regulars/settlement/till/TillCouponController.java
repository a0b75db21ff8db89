package com.regulars.settlement.till;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.CurrentVenue;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coupons of the bill. */
@Controller
@RequestMapping("/till/coupons")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class TillCouponController {

    private final TillCoupons coupons;
    private final CurrentVenue currentVenue;

    /** Takes in the coupon whose code was typed, scanned or pressed; nothing typed is nothing done. */
    @PostMapping
    String take(
            @RequestParam(defaultValue = "") String coupon,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        return new TillAnswer(redirect)
                .focus("till-go")
                .orProblem(
                        () -> {
                            if (!coupon.isBlank()) {
                                coupons.take(currentVenue.get(), seen, coupon.strip());
                            }
                        },
                        "coupon",
                        coupon);
    }

    @PostMapping("/off")
    String takeOff(@RequestParam(required = false) @Nullable String seen, RedirectAttributes redirect) {
        return new TillAnswer(redirect).focus("till-go").orProblem(() -> coupons.takeOff(currentVenue.get(), seen));
    }
}
