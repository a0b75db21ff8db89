package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind the figures of the overview, each list with the sum that is its figure. */
@Service
@RequiredArgsConstructor
@Requires(Permission.INSIGHT_READ)
@Transactional(readOnly = true)
public class FigureLists {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;

    private final JdbcClient jdbc;
    private final CurrentVenue currentVenue;

    /** A page of rows, and what all rows of the list come to. */
    public record Listed<T>(PageOf<T> page, long sumMinor) {}

    /**
     * Money that came in for a bill or a top-up, or went back.
     *
     * @param billId null for a top-up
     * @param cardNumber null for a bill
     */
    public record Money(
            Instant at,
            long venueId,
            String receiptNumber,
            @Nullable Long billId,
            @Nullable String cardNumber,
            boolean refund,
            String tender,
            long amountMinor) {}

    /** A card with what is still on it. */
    public record CardBalance(
            String number, String status, long customerId, String guest, long principalMinor, long bonusMinor) {}

    /** Which cards. */
    public enum Cards {
        /** Those with principal on them. */
        PRINCIPAL("p.balance > 0"),
        /** Those with bonus on them. */
        BONUS("b.balance > 0"),
        ACTIVE("c.status = 'ACTIVE'"),
        /** Active ones a bill was paid with lately. */
        LIVE("c.status = 'ACTIVE' and c.id in (" + OverviewReading.USED_CARDS + ")");

        private final String condition;

        Cards(String condition) {
            this.condition = condition;
        }
    }

    /** What bills brought less what went back, from one business day to another, by one means of payment or by all. */
    public Listed<Money> takings(LocalDate from, LocalDate to, @Nullable String tender, int page) {
        return money("""
                select at, venue_id, receipt_number, settlement_id as bill_id, null as card_number, refund, type as tender,
                       amount_minor
                  from settlement_v_money
                 where venue_id in (:venues) and business_date between :from and :to
                   and (cast(:tender as varchar) is null or type = :tender)""", period(from, to, tender), page);
    }

    /** What was topped up from one business day to another; bonus is left out. */
    public Listed<Money> topUps(LocalDate from, LocalDate to, int page) {
        return money("""
                select u.at, u.venue_id, u.receipt_number, cast(null as bigint) as bill_id, u.card_number, u.principal_minor < 0 as refund,
                       u.tender,
                       u.principal_minor as amount_minor
                  from ledger_v_posting p join card_v_top_up u on u.posting_id = p.id
                 where p.venue_id in (:venues) and p.business_date between :from and :to""", period(from, to, null), page);
    }

    /** @param today the business day the figure was read on */
    public Listed<CardBalance> cards(Cards which, LocalDate today, int page) {
        String from = """
                 from card_v_card c
                 left join ledger_v_balance p on p.holder_id = c.id and p.kind = 'PRINCIPAL'
                 left join ledger_v_balance b on b.holder_id = c.id and b.kind = 'BONUS'
                 join customer_v_guest g on g.id = c.customer_id
                where %s""".formatted(which.condition);
        Map<String, Object> params = new HashMap<>();
        params.put("venues", venues());
        params.put("today", today);
        params.put("live", today.minusDays(Overview.LIVE_DAYS));
        String balance = which == Cards.BONUS ? "b.balance" : "p.balance";
        var total = total("select count(*), coalesce(sum(" + balance + "), 0)::bigint" + from, params);
        int number = Math.clamp(page, 1, LAST_PAGE);
        var rows = jdbc.sql("""
                        select c.number, c.status, c.customer_id, g.name as guest, coalesce(p.balance, 0) as principal,
                               coalesce(b.balance, 0) as bonus %s
                         order by coalesce(%s, 0) desc, c.id limit :limit offset :offset""".formatted(from, balance))
                .params(params)
                .param("limit", PAGE_SIZE)
                .param("offset", PageOf.offset(number, PAGE_SIZE))
                .query((row, index) -> new CardBalance(
                        row.getString("number"),
                        row.getString("status"),
                        row.getLong("customer_id"),
                        row.getString("guest"),
                        row.getLong("principal"),
                        row.getLong("bonus")))
                .list();
        return new Listed<>(new PageOf<>(rows, number, PAGE_SIZE, total.rows()), total.sumMinor());
    }

    private Listed<Money> money(String rows, Map<String, @Nullable Object> params, int page) {
        var total = total("select count(*), coalesce(sum(amount_minor), 0)::bigint from (" + rows + ") listed", params);
        int number = Math.clamp(page, 1, LAST_PAGE);
        var found = jdbc.sql(rows + " order by at desc, receipt_number, tender limit :limit offset :offset")
                .params(params)
                .param("limit", PAGE_SIZE)
                .param("offset", PageOf.offset(number, PAGE_SIZE))
                .query((row, index) -> new Money(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("venue_id"),
                        row.getString("receipt_number"),
                        row.getObject("bill_id", Long.class),
                        row.getString("card_number"),
                        row.getBoolean("refund"),
                        row.getString("tender"),
                        row.getLong("amount_minor")))
                .list();
        return new Listed<>(new PageOf<>(found, number, PAGE_SIZE, total.rows()), total.sumMinor());
    }

    private record Total(long rows, long sumMinor) {}

    private Total total(String sql, Map<String, ?> params) {
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> new Total(row.getLong(1), row.getLong(2)))
                .single();
    }

    private Map<String, @Nullable Object> period(LocalDate from, LocalDate to, @Nullable String tender) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("venues", venues());
        params.put("from", from);
        params.put("to", to);
        params.put("tender", tender);
        return params;
    }

    private List<Long> venues() {
        var ids = currentVenue.scope().stream().map(Venue::id).toList();
        return ids.isEmpty() ? List.of(-1L) : ids;
    }
}
