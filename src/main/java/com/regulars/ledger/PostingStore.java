package com.regulars.ledger;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.Ledger.HouseTotals;
import com.regulars.ledger.OpenBook.Entry;
import com.regulars.shared.NotFoundException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of postings and their entries. */
@Repository
@RequiredArgsConstructor
class PostingStore {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    long write(NewPosting posting, OpenBook book) {
        long postingId = insert(posting);
        List<Long> accounts = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        List<Long> balances = new ArrayList<>();
        List<String> explanations = new ArrayList<>();
        for (Entry entry : book.entries) {
            accounts.add(entry.accountId());
            amounts.add(entry.amount());
            balances.add(entry.balanceAfter());
            explanations.add(entry.explanation());
        }
        book.house.forEach((kind, amount) -> {
            if (amount != 0) {
                accounts.add(kind.houseId().orElseThrow());
                amounts.add(amount);
                balances.add(NO_BALANCE);
                explanations.add("");
            }
        });
        insertEntries(postingId, accounts, amounts, balances, explanations);
        return postingId;
    }

    /** House accounts keep no balance; a guest's is never negative. */
    private static final long NO_BALANCE = -1;

    private long insert(NewPosting posting) {
        var actor = currentActor.get();
        return jdbc.sql("""
                        insert into ledger_posting (kind, reference, venue_id, business_date, at, actor, actor_name, shift_id,
                                                    refunds_posting_id)
                        values (:kind, :reference, :venue, :date, :at, :actor, :name, :shift, :refunds)
                        returning id
                        """)
                .param("kind", posting.kind().name())
                .param("reference", posting.reference())
                .param("venue", posting.venueId())
                .param("date", posting.businessDate())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.key())
                .param("name", actor.name())
                .param("shift", posting.shiftId())
                .param("refunds", posting.refundsPostingId())
                .query(Long.class)
                .single();
    }

    private void insertEntries(
            long postingId, List<Long> accounts, List<Long> amounts, List<Long> balances, List<String> explanations) {
        jdbc.sql("""
                        insert into ledger_entry (posting_id, account_id, amount, balance_after, explanation)
                        select :posting, v.account, v.amount, nullif(v.balance, -1), v.explanation
                        from unnest(:accounts, :amounts, :balances, :explanations)
                             as v (account, amount, balance, explanation)
                        """)
                .param("posting", postingId)
                .param("accounts", longs(accounts))
                .param("amounts", longs(amounts))
                .param("balances", longs(balances))
                .param("explanations", explanations.toArray(String[]::new))
                .update();
    }

    HouseTotals houseTotals(long postingId) {
        Map<AccountKind, Long> posted = new EnumMap<>(AccountKind.class);
        Map<AccountKind, Long> refunded = new EnumMap<>(AccountKind.class);
        AtomicReference<@Nullable Long> venueId = new AtomicReference<>();
        jdbc.sql("""
                        select a.kind, p.id = :posting own, min(p.venue_id) venue_id, sum(e.amount) total
                        from ledger_posting p
                        join ledger_entry e on e.posting_id = p.id
                        join ledger_account a on a.id = e.account_id
                        where (p.id = :posting or p.refunds_posting_id = :posting) and a.holder_id is null
                        group by 1, 2
                        """).param("posting", postingId).query(row -> {
            (row.getBoolean("own") ? posted : refunded)
                    .put(AccountKind.valueOf(row.getString("kind")), row.getLong("total"));
            venueId.set(row.getLong("venue_id"));
        });
        Long venue = venueId.get();
        if (venue == null) {
            throw new NotFoundException("posting", postingId);
        }
        return new HouseTotals(venue, posted, refunded);
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
