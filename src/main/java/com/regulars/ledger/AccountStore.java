package com.regulars.ledger;

import com.regulars.ledger.LockedAccounts.Account;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of guests' accounts. */
@Repository
@RequiredArgsConstructor
class AccountStore {

    /** First half of the advisory lock on a posting; the second half is the posting's id. */
    private static final int REFUND_LOCK = 0x4c45_4447;

    private final JdbcClient jdbc;

    void open(long holderId, Collection<AccountKind> kinds) {
        for (AccountKind kind : kinds) {
            jdbc.sql("""
                            insert into ledger_account (id, kind, unit, holder_id, balance)
                            values (nextval('ledger_account_seq'), :kind, :unit, :holder, 0)
                            """)
                    .param("kind", kind.name())
                    .param("unit", kind.unit().name())
                    .param("holder", holderId)
                    .update();
        }
    }

    List<Account> lock(Collection<Long> holderIds) {
        if (holderIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, holder_id, kind, balance, parked from ledger_account
                        where holder_id in (:holders) order by id for no key update
                        """)
                .param("holders", holderIds.stream().distinct().sorted().toList())
                .query((row, number) -> new Account(
                        row.getLong("id"),
                        row.getLong("holder_id"),
                        AccountKind.valueOf(row.getString("kind")),
                        row.getLong("balance"),
                        row.getBoolean("parked")))
                .list();
    }

    /** As {@code RequestStore} does it for requests of money. */
    void waitAsMoneyDoes() {
        jdbc.sql("select set_config('lock_timeout', '3s', true)")
                .query((row, number) -> true)
                .single();
    }

    void lockPosting(long postingId) {
        jdbc.sql("select pg_advisory_xact_lock(:space, :posting)")
                .param("space", REFUND_LOCK)
                .param("posting", (int) (postingId % Integer.MAX_VALUE))
                .query((row, number) -> true)
                .single();
    }
}
