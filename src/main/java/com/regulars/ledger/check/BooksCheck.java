package com.regulars.ledger.check;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reckons the books anew. Each question is one statement, so it sees one state of the books however busy the tills are. */
@Repository
@RequiredArgsConstructor
class BooksCheck {

    /** Accounts of holders whose balance is not the sum of their entries. */
    private static final String BALANCE_MISMATCHES = """
            select a.id, a.holder_id
            from ledger_account a
            left join (select account_id, sum(amount) total from ledger_entry group by account_id) e on e.account_id = a.id
            where a.balance is not null and a.balance <> coalesce(e.total, 0)
            """;

    /** Accounts of holders whose lots hold something else than the account, or lots that forgot a draw. */
    private static final String LOT_MISMATCHES = """
            select a.id, a.holder_id
            from ledger_account a
            left join (select account_id, sum(amount_left) total
                       from (select account_id, amount_left from ledger_lot
                             union all
                             select bonus_account_id, bonus_left from ledger_lot where bonus_account_id is not null) part
                       group by account_id) l on l.account_id = a.id
            where a.balance is not null and a.balance <> coalesce(l.total, 0)
            union
            select a.id, a.holder_id
            from ledger_lot l
            left join (select lot_id, sum(amount) amount, sum(bonus) bonus from ledger_draw group by lot_id) d on d.lot_id = l.id
            join ledger_account a on a.id = l.account_id
            where l.amount_left <> l.amount - coalesce(d.amount, 0) or l.bonus_left <> l.bonus - coalesce(d.bonus, 0)
            """;

    private static final String QUESTIONS = """
            select (select count(*) from ledger_posting) postings,
                   (select count(*) from ledger_account) accounts,
                   (select count(*) from ledger_posting p
                    where not exists (select from ledger_entry e where e.posting_id = p.id))
                   + (select count(distinct posting_id)
                      from (select e.posting_id
                            from ledger_entry e join ledger_account a on a.id = e.account_id
                            group by e.posting_id, a.unit having sum(e.amount) <> 0) unbalanced) unbalanced,
                   (select count(*) from (%s) mismatch) balance_mismatches,
                   (select count(*) from (%s) mismatch) lot_mismatches,
                   (select count(*) from ledger_account where balance < 0) negative_balances
            """.formatted(BALANCE_MISMATCHES, LOT_MISMATCHES);

    private final JdbcClient jdbc;

    Verification run() {
        return jdbc.sql(QUESTIONS)
                .query((row, number) -> {
                    long unbalanced = row.getLong("unbalanced");
                    long balances = row.getLong("balance_mismatches");
                    long lots = row.getLong("lot_mismatches");
                    long negative = row.getLong("negative_balances");
                    return new Verification(
                            unbalanced + balances + lots + negative == 0,
                            row.getLong("postings"),
                            row.getLong("accounts"),
                            unbalanced,
                            balances,
                            lots,
                            negative);
                })
                .single();
    }

    /** Parks all accounts of every holder with a mismatch; returns how many were not parked before. */
    int park() {
        return jdbc.sql("""
                        update ledger_account set parked = true
                        where not parked and holder_id in (select holder_id from (%s union %s) mismatch)
                        """.formatted(BALANCE_MISMATCHES, LOT_MISMATCHES)).update();
    }
}
