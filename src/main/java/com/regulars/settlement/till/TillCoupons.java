package com.regulars.settlement.till;

import com.regulars.card.CardSummary;
import com.regulars.coupon.CouponSummary;
import com.regulars.coupon.Coupons;
import com.regulars.settlement.quote.Quoting;
import com.regulars.settlement.till.TillView.CouponKey;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The coupons of the open bill: taken in when they can be used on it, and taken off again. */
@Component
@RequiredArgsConstructor
class TillCoupons {

    private final Coupons coupons;
    private final Quoting quoting;
    private final BillDrafts drafts;

    /** Those on the bill first, then what the guest holds besides, the one that ends next before the others. */
    List<CouponKey> keys(BillDraft draft, @Nullable CardSummary card) {
        if (draft.hasBeenPaid()) {
            return List.of();
        }
        Long guest = card != null ? (Long) card.customerId() : draft.customerId();
        Map<String, CouponSummary> held = new LinkedHashMap<>();
        if (guest != null) {
            coupons.ofCustomer(guest).stream()
                    .filter(CouponSummary::isActive)
                    .sorted(Comparator.comparing(CouponSummary::validUntil))
                    .forEach(coupon -> held.put(coupon.code(), coupon));
        }
        Map<String, CouponKey> keys = new LinkedHashMap<>();
        draft.coupons().forEach(code -> {
            CouponSummary coupon = held.get(code);
            keys.put(code, key(coupon == null ? coupons.get(code) : coupon, true));
        });
        held.values().forEach(coupon -> keys.putIfAbsent(coupon.code(), key(coupon, false)));
        return List.copyOf(keys.values());
    }

    private static CouponKey key(CouponSummary coupon, boolean used) {
        return new CouponKey(coupon.code(), coupon.name(), used);
    }

    /**
     * Takes a coupon in as the last one.
     *
     * @param typed its code, as it was typed or scanned
     * @throws NotFoundException when there is no such coupon
     * @throws RefusedException {@code COUPON_NOT_USABLE}; the bill is then as it was
     */
    void take(Venue venue, @Nullable String seen, String typed) {
        String code = coupons.get(typed).code();
        drafts.change(venue, seen, draft -> {
            List<String> codes = new ArrayList<>(draft.coupons());
            codes.add(code);
            BillDraft changed = draft.withCoupons(codes);
            quoting.quote(changed.toQuote(venue.code(), changed.payment().payBy(), 0));
            return changed;
        });
    }

    void takeOff(Venue venue, @Nullable String seen) {
        drafts.change(venue, seen, draft -> draft.withCoupons(List.of()));
    }
}
