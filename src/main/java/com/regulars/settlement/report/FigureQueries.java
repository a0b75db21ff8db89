package com.regulars.settlement.report;

import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.settlement.report.Figures.Moved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums up a stretch of work in the database: what moved comes from the books, what was given away from the bills. */
@Repository
@RequiredArgsConstructor
class FigureQueries {

    /** Which means of payment an account stands for. */
    static final String TENDER = """
            case when account_kind in ('PRINCIPAL', 'BONUS') then 'STORED_VALUE'
                 when account_kind = 'OTHER_TENDER' then 'OTHER' else account_kind end""";

    /** Accounts that a means of payment goes to or comes from. */
    static final String PAYING = """
            account_kind in ('CASH', 'BANK_CARD', 'WECHAT', 'ALIPAY', 'ON_ACCOUNT', 'OTHER_TENDER', 'PRINCIPAL', 'BONUS')""";

    private final JdbcClient jdbc;

    Figures of(Stretch stretch) {
        Bills bills = bills(stretch);
        return new Figures(
                moved(stretch),
                bills.paid(),
                bills.listTotalMinor(),
                bills.discounts(),
                refunds(stretch),
                bills.pointsEarned(),
                bills.pointsRedeemed());
    }

    private List<Moved> moved(Stretch stretch) {
        return jdbc.sql("""
                        select kind, %s as tender, count(distinct posting_id) as facts, (-sum(amount))::bigint as minor,
                               coalesce(-sum(amount) filter (where account_kind = 'PRINCIPAL'), 0)::bigint as principal,
                               coalesce(-sum(amount) filter (where account_kind = 'BONUS'), 0)::bigint as bonus
                          from ledger_v_moved
                         where %s and %s
                         group by 1, 2 order by 1, 2
                        """.formatted(TENDER, stretch.condition(), PAYING))
                .params(stretch.params())
                .query((row, number) -> new Moved(
                        PostingKind.valueOf(row.getString("kind")),
                        TenderType.valueOf(row.getString("tender")),
                        row.getLong("facts"),
                        row.getLong("minor"),
                        row.getLong("principal"),
                        row.getLong("bonus")))
                .list();
    }

    private record Bills(
            Amount paid, long listTotalMinor, Map<Rule, Amount> discounts, long pointsEarned, long pointsRedeemed) {}

    private Bills bills(Stretch stretch) {
        return jdbc.sql("""
                        select count(*) as bills, coalesce(sum(payable_minor), 0)::bigint as payable,
                               coalesce(sum(list_total_minor), 0)::bigint as list_total,
                               count(*) filter (where member_price_saving_minor <> 0) as member_price_count,
                               coalesce(sum(member_price_saving_minor), 0)::bigint as member_price,
                               count(*) filter (where discount_minor <> 0) as discount_count,
                               coalesce(sum(discount_minor), 0)::bigint as discount,
                               count(*) filter (where coupon_minor <> 0) as coupon_count,
                               coalesce(sum(coupon_minor), 0)::bigint as coupon,
                               count(*) filter (where points_minor <> 0) as points_count,
                               coalesce(sum(points_minor), 0)::bigint as points,
                               count(*) filter (where rounding_minor <> 0) as rounding_count,
                               coalesce(sum(rounding_minor), 0)::bigint as rounding,
                               coalesce(sum(points_earned), 0)::bigint as earned,
                               coalesce(sum(points_redeemed), 0)::bigint as redeemed
                          from settlement where %s
                        """.formatted(stretch.condition()))
                .params(stretch.params())
                .query((row, number) -> bills(row))
                .single();
    }

    private static Bills bills(ResultSet row) throws SQLException {
        Map<Rule, Amount> discounts = new EnumMap<>(Rule.class);
        for (Rule rule : List.of(Rule.MEMBER_PRICE, Rule.DISCOUNT, Rule.COUPON, Rule.POINTS, Rule.ROUNDING)) {
            String column = rule.name().toLowerCase(java.util.Locale.ROOT);
            discounts.put(rule, new Amount(row.getLong(column + "_count"), row.getLong(column)));
        }
        return new Bills(
                new Amount(row.getLong("bills"), row.getLong("payable")),
                row.getLong("list_total"),
                discounts,
                row.getLong("earned"),
                row.getLong("redeemed"));
    }

    private Amount refunds(Stretch stretch) {
        return jdbc.sql("""
                        select count(*) as refunds, coalesce(sum(refund_minor), 0)::bigint as minor
                          from (select r.shift_id, s.venue_id, r.business_date, r.refund_minor
                                  from settlement_refund r join settlement s on s.id = r.settlement_id) refund
                         where %s
                        """.formatted(stretch.condition()))
                .params(stretch.params())
                .query((row, number) -> new Amount(row.getLong("refunds"), row.getLong("minor")))
                .single();
    }
}
