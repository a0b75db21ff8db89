package com.regulars.coupon.page;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CouponNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("coupon", "/coupons", "ticket", Permission.PROGRAMME_READ.name(), 76));
    }
}
