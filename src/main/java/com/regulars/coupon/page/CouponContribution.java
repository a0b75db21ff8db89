package com.regulars.coupon.page;

import com.regulars.access.Permission;
import com.regulars.coupon.CouponSummary;
import com.regulars.coupon.Coupons;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestAction;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.GuestPanel;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The guest's coupons on their page: those that can be used first. */
@Component
@RequiredArgsConstructor
class CouponContribution implements GuestPageContribution {

    private static final int SHOWN = 8;

    private final Coupons coupons;

    record Panel(List<CouponSummary> coupons, int more, boolean mayIssue) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        boolean mayIssue = page.viewerMay(Permission.COUPON_ISSUE);
        if (mayIssue) {
            String url = "/coupons/issue?customerId=" + guest.id();
            page.addAction(40, new GuestAction("coupon.action.issue", url, "ticket", false));
        }
        if (page.viewerMay(Permission.CARD_READ)) {
            var all = coupons.ofCustomer(guest.id()).stream()
                    .sorted((one, other) -> Boolean.compare(other.isActive(), one.isActive()))
                    .toList();
            var shown = all.subList(0, Math.min(SHOWN, all.size()));
            page.addPanel(new GuestPanel(
                    "coupon",
                    GuestPanel.Column.RIGHT,
                    20,
                    "coupon/_panel :: panel",
                    new Panel(shown, all.size() - shown.size(), mayIssue)));
        }
    }
}
