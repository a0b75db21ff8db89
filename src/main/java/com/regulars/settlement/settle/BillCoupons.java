package com.regulars.settlement.settle;

import com.regulars.coupon.UsableCoupon;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuoteStep;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.shared.database.SqlRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The coupons of a bill, each with what its step took off. Few bills have any, so they are a statement of their own. */
final class BillCoupons {

    private BillCoupons() {}

    static void write(JdbcClient jdbc, long settlementId, List<UsableCoupon> coupons, Quote quote) {
        if (coupons.isEmpty()) {
            return;
        }
        List<QuoteStep> steps = quote.steps().stream()
                .filter(step -> step.rule() == Rule.COUPON)
                .toList();
        List<@Nullable Object> params = new ArrayList<>();
        params.add(settlementId);
        for (int i = 0; i < coupons.size(); i++) {
            Collections.addAll(params, i, coupons.get(i).id(), steps.get(i).result());
        }
        jdbc.sql(
                        "insert into settlement_coupon (settlement_id, position, coupon_id, amount_minor) select ?, c.* from %s as c"
                                .formatted(SqlRows.of(coupons.size(), "int", "bigint", "bigint")))
                .params(params)
                .update();
    }
}
