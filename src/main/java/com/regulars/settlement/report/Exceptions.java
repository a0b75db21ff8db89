package com.regulars.settlement.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.TimeFormat;
import com.regulars.venue.Venue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What cashiers did that a manager wants to look at, beside what all of them did: refunds, discounts, cash taken out, counts
 * that differ, reprints, PINs. Everything is what the house wrote down anyway; nothing here says that anything is wrong.
 */
@Service
@RequiredArgsConstructor
@Requires(Permission.SHIFT_REVIEW)
@Transactional(readOnly = true)
public class Exceptions {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;

    /** Each fact with who did it: bills and refunds by business day, the rest by the time at which it was done. */
    private static final String FACTS = """
            (select 'BILL' as what, settled_by_key as actor_key, settled_by_name as actor_name, settled_at as at,
                    receipt_number::text as label, '/settlements/' || id as page, payable_minor as minor
               from settlement where venue_id in (:venues) and business_date between :from and :to
             union all
             select 'DISCOUNT', settled_by_key, settled_by_name, settled_at, receipt_number, '/settlements/' || id,
                    member_price_saving_minor + discount_minor
               from settlement
              where venue_id in (:venues) and business_date between :from and :to
                and member_price_saving_minor + discount_minor > 0
             union all
             select 'REFUND', r.refunded_by_key, r.refunded_by_name, r.refunded_at, s.receipt_number, '/settlements/' || s.id,
                    r.refund_minor
               from settlement_refund r join settlement s on s.id = r.settlement_id
              where s.venue_id in (:venues) and r.business_date between :from and :to
             union all
             select 'CASH_OUT', done_by_key, done_by_name, at, reason, '/shifts/' || shift_id, amount_minor
               from shift_v_cash_movement
              where venue_id in (:venues) and business_date between :from and :to and direction = 'OUT'
             union all
             select 'SHORT', opened_by_key, opened_by_name, closed_at, till, '/shifts/' || shift_id, -difference_minor
               from shift_v_closing
              where venue_id in (:venues) and business_date between :from and :to and difference_minor < 0
             union all
             select 'OVER', opened_by_key, opened_by_name, closed_at, till, '/shifts/' || shift_id, difference_minor
               from shift_v_closing
              where venue_id in (:venues) and business_date between :from and :to and difference_minor > 0
             union all
             select 'REPRINT', d.actor_key, d.actor_name, d.at, s.receipt_number, '/settlements/' || s.id, null
               from audit_v_deed d join settlement s on s.id = d.subject_id::bigint
              where d.action = 'settlement.reprinted' and d.at >= :since and d.at < :until and s.venue_id in (:venues)
             union all
             select case d.action when 'card.pinSet' then 'PIN_SET' else 'PIN_WRONG' end, d.actor_key, d.actor_name, d.at,
                    c.number, '/cards/' || c.number, null
               from audit_v_deed d join card_v_card c on c.id = d.subject_id::bigint
              where d.action in ('card.pinSet', 'card.pinWrong') and d.at >= :since and d.at < :until
                and exists (select from settlement s
                             where s.settled_by_key = d.actor_key and s.venue_id in (:venues)
                               and s.business_date between :from and :to)) fact
            """;

    private final JdbcClient jdbc;
    private final CurrentVenue currentVenue;
    private final TimeFormat times;

    /** What is counted. */
    public enum What {
        BILL,
        REFUND,
        DISCOUNT,
        CASH_OUT,
        SHORT,
        OVER,
        REPRINT,
        PIN_WRONG,
        PIN_SET;

        /** True when it is counted only and comes to no amount. */
        public boolean isWithoutAmount() {
            return this == REPRINT || this == PIN_WRONG || this == PIN_SET;
        }
    }

    /** One cashier, or all of them. */
    public record Row(String key, String name, Map<What, Amount> amounts) {

        public Amount of(What what) {
            return amounts.getOrDefault(what, Amount.NONE);
        }

        private Row plus(Row other) {
            Map<What, Amount> sums = new EnumMap<>(What.class);
            sums.putAll(amounts);
            other.amounts.forEach((what, amount) -> sums.merge(what, amount, Amount::plus));
            return new Row(key, name, sums);
        }
    }

    /** One fact behind a figure. */
    public record Fact(Instant at, String label, String page, String by, long minor) {}

    /** Whoever settled, refunded or counted from one business day to another; the one with the most bills first. */
    public List<Row> byCashier(LocalDate from, LocalDate to) {
        Map<String, Row> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select what, actor_key, max(actor_name) as name, count(*) as facts, coalesce(sum(minor), 0)::bigint as minor
                          from %s group by what, actor_key order by actor_key
                        """.formatted(FACTS)).params(params(from, to)).query(row -> {
            String key = row.getString("actor_key");
            var one = new Row(
                    key,
                    row.getString("name"),
                    Map.of(
                            What.valueOf(row.getString("what")),
                            new Amount(row.getLong("facts"), row.getLong("minor"))));
            rows.merge(key, one, Row::plus);
        });
        return rows.values().stream()
                .sorted(Comparator.comparing((Row row) -> row.of(What.BILL).count())
                        .reversed())
                .toList();
    }

    /** All of them together, to compare with. */
    public static Row all(List<Row> rows) {
        return rows.stream().reduce(new Row("", "", Map.of()), Row::plus);
    }

    /** The facts behind one figure of one cashier, or of all for an empty key, the newest first. */
    public PageOf<Fact> facts(What what, String cashier, LocalDate from, LocalDate to, int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        String chosen = FACTS + " where what = :what and (:cashier = '' or actor_key = :cashier)";
        var params = params(from, to);
        params.put("what", what.name());
        params.put("cashier", cashier);
        long total = jdbc.sql("select count(*) from " + chosen)
                .params(params)
                .query(Long.class)
                .single();
        var rows = jdbc.sql("select * from " + chosen + " order by at desc, label limit :limit offset :offset")
                .params(params)
                .param("limit", PAGE_SIZE)
                .param("offset", PageOf.offset(number, PAGE_SIZE))
                .query(Exceptions::fact)
                .list();
        return new PageOf<>(rows, number, PAGE_SIZE, total);
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("label"),
                row.getString("page"),
                row.getString("actor_name"),
                row.getLong("minor"));
    }

    private Map<String, Object> params(LocalDate from, LocalDate to) {
        Map<String, Object> params = new HashMap<>();
        var ids = currentVenue.scope().stream().map(Venue::id).toList();
        params.put("venues", ids.isEmpty() ? List.of(-1L) : ids);
        params.put("from", from);
        params.put("to", to);
        params.put("since", times.startOf(from).atOffset(ZoneOffset.UTC));
        params.put("until", times.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC));
        return params;
    }
}
