package com.regulars.card;

import com.regulars.card.programme.Programmes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads cards together with what the ledger holds for them. */
@Repository
@RequiredArgsConstructor
class CardQueries {

    private static final String SELECT = """
            select c.id, c.number, c.status, c.customer_id, c.member_price_until, p.code, p.name,
                   coalesce(principal.balance, 0) principal, coalesce(bonus.balance, 0) bonus,
                   coalesce(points.balance, 0) points,
                   (select %d - failures from card_pin pin where pin.card_id = c.id) pin_tries_left
            from card c
            join card_programme p on p.id = c.programme_id
            left join ledger_v_account principal on principal.holder_id = c.id and principal.kind = 'PRINCIPAL'
            left join ledger_v_account bonus on bonus.holder_id = c.id and bonus.kind = 'BONUS'
            left join ledger_v_account points on points.holder_id = c.id and points.kind = 'POINTS'
            """.formatted(CardPins.MOST_TRIES);

    private final JdbcClient jdbc;
    private final Programmes programmes;

    Optional<CardSummary> find(String number) {
        return jdbc.sql(SELECT + "where c.number = :number")
                .param("number", number)
                .query(CardQueries::summary)
                .optional();
    }

    Optional<CardSummary> find(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(CardQueries::summary)
                .optional();
    }

    List<CardSummary> ofCustomer(long customerId) {
        return jdbc.sql(SELECT + "where c.customer_id = :customer order by c.id")
                .param("customer", customerId)
                .query(CardQueries::summary)
                .list();
    }

    /** Points that can pay on a day. */
    long usablePoints(long cardId, LocalDate date) {
        return jdbc.sql("""
                        select coalesce(sum(l.amount_left), 0)::bigint
                        from ledger_v_account a join ledger_v_lot l on l.account_id = a.id
                        where a.holder_id = :card and a.kind = 'POINTS' and l.amount_left > 0
                          and l.usable_from <= :date and (l.expires_on is null or l.expires_on >= :date)
                        """)
                .param("card", cardId)
                .param("date", date)
                .query(Long.class)
                .single();
    }

    /** Newest first; those whose number ends in these digits, or all when there are none. */
    List<CardSummary> list(String lastDigits, int limit, long offset) {
        return jdbc.sql(SELECT + """
                        where :digits = '' or (right(c.number, 4) = right(:digits, 4) and c.number like '%' || :digits)
                        order by c.id desc limit :limit offset :offset
                        """)
                .param("digits", lastDigits)
                .param("limit", limit)
                .param("offset", offset)
                .query(CardQueries::summary)
                .list();
    }

    long count(String lastDigits) {
        return jdbc.sql("""
                        select count(*) from card c
                        where :digits = '' or (right(c.number, 4) = right(:digits, 4) and c.number like '%' || :digits)
                        """).param("digits", lastDigits).query(Long.class).single();
    }

    /** What tills need to know of these cards, read anew after their accounts were locked. */
    List<CardAtTill> atTill(Collection<Long> ids) {
        return jdbc.sql("""
                        select c.id, c.status, c.member_price_until, c.programme_id,
                               exists (select from card_pin pin where pin.card_id = c.id) has_pin
                        from card c where c.id in (:ids)
                        """)
                .param("ids", ids)
                .query((row, number) -> new CardAtTill(
                        row.getLong("id"),
                        CardStatus.valueOf(row.getString("status")),
                        row.getObject("member_price_until", LocalDate.class),
                        row.getBoolean("has_pin"),
                        programmes.get(row.getLong("programme_id")).terms()))
                .list();
    }

    /** Which card holds by now what these once held: itself, or the last in the row of those that took its place. */
    Map<Long, Long> holdersNow(Collection<Long> ids) {
        Map<Long, Long> now = new HashMap<>();
        jdbc.sql("""
                        with recursive held (id, card_id, depth) as (
                            select c.id, c.id, 0 from card c where c.id in (:ids)
                            union all
                            select h.id, c.replaced_by_id, h.depth + 1
                              from held h join card c on c.id = h.card_id where c.replaced_by_id is not null)
                        select id, card_id from held order by depth
                        """).param("ids", ids).query(row -> {
            now.put(row.getLong("id"), row.getLong("card_id"));
        });
        return now;
    }

    /** True when the books of the card do not add up and nothing may move on it until that is cleared. */
    boolean isParked(long id) {
        return jdbc.sql("select exists (select from ledger_v_account where holder_id = :card and parked)")
                .param("card", id)
                .query(Boolean.class)
                .single();
    }

    private static CardSummary summary(ResultSet row, int number) throws SQLException {
        return new CardSummary(
                row.getLong("id"),
                row.getString("number"),
                CardStatus.valueOf(row.getString("status")),
                row.getLong("customer_id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("principal"),
                row.getLong("bonus"),
                row.getLong("points"),
                row.getObject("member_price_until", LocalDate.class),
                row.getObject("pin_tries_left", Integer.class));
    }
}
