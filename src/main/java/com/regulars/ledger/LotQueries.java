package com.regulars.ledger;

import com.regulars.ledger.Lot.Drawn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lots and what was drawn from them; guarded by the lock on their accounts. */
@Repository
@RequiredArgsConstructor
class LotQueries {

    /** A lot that has moved to another holder says where it began. */
    private static final String LOT = """
            select l.id, coalesce(l.origin_id, l.id) origin_id, l.account_id, l.amount_left, l.bonus_left, l.usable_from,
                   l.expires_on,
                   case when l.origin_id is null then l.posting_id
                        else (select o.posting_id from ledger_lot o where o.id = l.origin_id) end posting_id
            """;

    private final JdbcClient jdbc;

    /** The lots of these accounts that hold something. */
    List<Lot> load(LockedAccounts accounts) {
        List<Long> ids = ids(accounts);
        return ids.isEmpty() ? List.of() : holding(ids);
    }

    /** The lots of these accounts that hold something, and those the refunded posting drew from. */
    List<Lot> load(LockedAccounts accounts, long refundedPostingId) {
        List<Long> ids = ids(accounts);
        return ids.isEmpty() ? List.of() : holdingOrDrawn(ids, refundedPostingId);
    }

    /** The lot of stored value that a posting brought, as it stands. */
    ValueLot valueLot(long postingId) {
        return jdbc.sql("""
                        select o.id, o.amount, o.bonus, sum(l.amount_left)::bigint amount_left, sum(l.bonus_left)::bigint bonus_left,
                               coalesce(sum((select sum(d.list_value) from ledger_draw d where d.lot_id = l.id)), 0)::bigint list_value
                        from ledger_lot o
                        join ledger_lot l on l.id = o.id or l.origin_id = o.id
                        where o.posting_id = :posting and o.origin_id is null and o.bonus_account_id is not null
                        group by o.id, o.amount, o.bonus
                        """)
                .param("posting", postingId)
                .query((row, number) -> new ValueLot(
                        row.getLong("id"),
                        row.getLong("amount"),
                        row.getLong("bonus"),
                        row.getLong("amount_left"),
                        row.getLong("bonus_left"),
                        row.getLong("list_value")))
                .single();
    }

    private static List<Long> ids(LockedAccounts accounts) {
        return accounts.byId().keySet().stream().sorted().toList();
    }

    private List<Lot> holding(List<Long> accountIds) {
        return jdbc.sql(LOT + """
                        from ledger_lot l
                        where l.account_id in (:accounts) and (l.amount_left > 0 or l.bonus_left > 0)
                        """)
                .param("accounts", accountIds)
                .query((row, number) -> lot(row, Drawn.NOTHING))
                .list();
    }

    private List<Lot> holdingOrDrawn(List<Long> accountIds, long refundedPostingId) {
        return jdbc.sql(LOT + """
                        , coalesce(d.amount, 0) amount, coalesce(d.bonus, 0) bonus, coalesce(d.list_value, 0) list_value,
                               coalesce(b.amount, 0) amount_back, coalesce(b.bonus, 0) bonus_back,
                               coalesce(b.list_value, 0) list_value_back
                        from ledger_lot l
                        left join (select lot_id, sum(amount)::bigint amount, sum(bonus)::bigint bonus,
                                          sum(list_value)::bigint list_value
                                   from ledger_draw where posting_id = :posting group by lot_id) d on d.lot_id = l.id
                        left join (select lot_id, -sum(amount)::bigint amount, -sum(bonus)::bigint bonus,
                                          -sum(list_value)::bigint list_value
                                   from ledger_draw
                                   where posting_id in (select id from ledger_posting where refunds_posting_id = :posting)
                                     and (amount < 0 or bonus < 0)
                                   group by lot_id) b on b.lot_id = l.id
                        where l.account_id in (:accounts)
                          and (l.amount_left > 0 or l.bonus_left > 0 or d.lot_id is not null)
                        """)
                .param("accounts", accountIds)
                .param("posting", refundedPostingId)
                .query((row, number) -> lot(
                        row,
                        new Drawn(
                                row.getLong("amount"),
                                row.getLong("bonus"),
                                row.getLong("list_value"),
                                row.getLong("amount_back"),
                                row.getLong("bonus_back"),
                                row.getLong("list_value_back"))))
                .list();
    }

    private static Lot lot(ResultSet row, Drawn drawn) throws SQLException {
        return new Lot(
                row.getLong("id"),
                row.getLong("origin_id"),
                row.getLong("posting_id"),
                row.getLong("account_id"),
                row.getLong("amount_left"),
                row.getLong("bonus_left"),
                row.getObject("usable_from", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                drawn);
    }
}
