package com.regulars.ledger;

import java.util.EnumMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what postings moved. */
@Repository
@RequiredArgsConstructor
class PostingQueries {

    private final JdbcClient jdbc;

    /**
     * Sums on house accounts.
     *
     * @param posted by the posting itself
     * @param refunded by its refunds, with the opposite sign
     */
    record HouseTotals(Map<AccountKind, Long> posted, Map<AccountKind, Long> refunded) {

        /** Whether a refund that moves this much stays within what was posted. */
        boolean covers(AccountKind account, long amount) {
            long original = posted.getOrDefault(account, 0L);
            long left = Math.addExact(original, Math.addExact(refunded.getOrDefault(account, 0L), amount));
            return left == 0 || Long.signum(left) == Long.signum(original);
        }
    }

    HouseTotals houseTotals(long postingId) {
        Map<AccountKind, Long> posted = new EnumMap<>(AccountKind.class);
        Map<AccountKind, Long> refunded = new EnumMap<>(AccountKind.class);
        jdbc.sql("""
                        select a.kind, p.id = :posting own, sum(e.amount) total
                        from ledger_posting p
                        join ledger_entry e on e.posting_id = p.id
                        join ledger_account a on a.id = e.account_id
                        where (p.id = :posting or p.refunds_posting_id = :posting) and a.holder_id is null
                        group by 1, 2
                        """).param("posting", postingId).query(row -> {
            (row.getBoolean("own") ? posted : refunded)
                    .put(AccountKind.valueOf(row.getString("kind")), row.getLong("total"));
        });
        return new HouseTotals(posted, refunded);
    }
}
