package com.regulars.ledger.check;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.ledger.Ledger;
import com.regulars.shared.RefusedException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back for a holder that was parked because the books did not add up: once they do, somebody who may verify the
 * books lets it go. The newest verification must have found nothing about this holder, and what can be told from its own
 * accounts is proved anew while they are locked. What is wrong with others is no hindrance.
 */
@Service
@RequiredArgsConstructor
public class ParkedHolders {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    /**
     * Lets everything move again on the accounts of a holder.
     *
     * @return false when it was not parked
     * @throws RefusedException {@code BOOKS_DO_NOT_ADD_UP} when the newest verification still names the holder, or balance,
     *     entries, lots and draws differ; {@code CARD_BUSY}
     */
    @Requires(LEDGER_VERIFY)
    @Transactional
    public boolean release(long holderId) {
        ledger.lockAsMoneyDoes(List.of(holderId));
        if (isNamed(holderId) || differs(holderId)) {
            throw new RefusedException("BOOKS_DO_NOT_ADD_UP");
        }
        return jdbc.sql("update ledger_account set parked = false where holder_id = :holder and parked")
                        .param("holder", holderId)
                        .update()
                > 0;
    }

    private boolean isNamed(long holderId) {
        return jdbc.sql("""
                        select exists (select from ledger_finding
                                        where verification_id = (select max(id) from ledger_verification)
                                          and :holder = any (holders))
                        """).param("holder", holderId).query(Boolean.class).single();
    }

    private boolean differs(long holderId) {
        return jdbc.sql("""
                        with account as (select id, balance from ledger_account where holder_id = :holder)
                        select exists (
                            select from account a
                             where a.balance <> (select coalesce(sum(e.amount), 0) from ledger_entry e where e.account_id = a.id)
                                or a.balance <> (select coalesce(sum(l.amount_left), 0) from ledger_lot l where l.account_id = a.id)
                                              + (select coalesce(sum(l.bonus_left), 0) from ledger_lot l where l.bonus_account_id = a.id))
                        or exists (
                            select from ledger_lot l
                              left join (select d.lot_id, sum(d.amount) as amount, sum(d.bonus) as bonus from ledger_draw d
                                          where d.lot_id in (select id from ledger_lot where account_id in (select id from account))
                                          group by d.lot_id) drawn on drawn.lot_id = l.id
                             where l.account_id in (select id from account)
                               and (l.amount_left <> l.amount - coalesce(drawn.amount, 0)
                                    or l.bonus_left <> l.bonus - coalesce(drawn.bonus, 0)))
                        """).param("holder", holderId).query(Boolean.class).single();
    }
}
