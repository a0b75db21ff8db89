package com.regulars.ledger;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.ledger.LockedAccounts.Account;
import com.regulars.shared.database.SqlRows;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes a posting with all that belongs to it in one statement: its entries, new lots, draws on lots, what is left in
 * them, and the balances – over exactly the balances that were read, or not at all.
 */
@Repository
@RequiredArgsConstructor
class PostingWriter {

    private static final String INSERT = """
            with posting as (
                insert into ledger_posting (kind, reference, venue_id, business_date, at, actor_key, actor_name, shift_id,
                                            refunds_posting_id, reverses_posting_id)
                values (?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint)
                returning id, business_date),
            entries as (
                insert into ledger_entry (posting_id, account_id, amount, balance_after, explanation)
                select posting.id, e.account, e.amount, e.after, e.why
                  from posting, %s as e (account, amount, after, why)),
            new_lots as (
                insert into ledger_lot (posting_id, account_id, bonus_account_id, amount, bonus, amount_left, bonus_left,
                                        rule, earned_on, usable_from, expires_on, origin_id)
                select posting.id, l.account, l.bonus_account, l.amount, l.bonus, l.amount, l.bonus,
                       coalesce(l.rule, (select o.rule from ledger_lot o where o.id = l.origin)),
                       posting.business_date, l.usable, l.expires, l.origin
                  from posting, %s as l (account, bonus_account, amount, bonus, rule, usable, expires, origin)),
            draws as (
                insert into ledger_draw (posting_id, lot_id, amount, bonus, list_value)
                select posting.id, d.lot, d.amount, d.bonus, d.list_value
                  from posting, %s as d (lot, amount, bonus, list_value)),
            lots_left as (
                update ledger_lot l set amount_left = l.amount_left - d.amount, bonus_left = l.bonus_left - d.bonus
                  from %s as d (lot, amount, bonus)
                 where l.id = d.lot
                returning l.id),
            balances as (
                update ledger_account a set balance = b.after
                  from %s as b (id, before, after)
                 where a.id = b.id and a.balance = b.before and not a.parked
                returning a.id)
            select posting.id, (select count(*) from lots_left) lots, (select count(*) from balances) balances
              from posting
            """;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** What a posting takes out of one lot in all. */
    private record Taken(long amount, long bonus) {

        Taken and(LotShelf.Draw draw) {
            return new Taken(amount + draw.amount(), bonus + draw.bonus());
        }
    }

    private record Written(long postingId, long lots, long balances) {}

    /** @return the id of the posting */
    long write(NewPosting posting, OpenBook book, LockedAccounts locked) {
        List<@Nullable Object> params = new ArrayList<>();
        posting(params, posting);
        int entries = entries(params, book);
        book.newLots.forEach(lot -> lot(params, lot));
        List<LotShelf.Draw> draws = book.draws();
        draws.forEach(draw -> Collections.addAll(params, draw.lotId(), draw.amount(), draw.bonus(), draw.listValue()));
        Map<Long, Taken> taken = new TreeMap<>();
        draws.forEach(draw ->
                taken.merge(draw.lotId(), new Taken(draw.amount(), draw.bonus()), (before, more) -> before.and(draw)));
        taken.forEach((lot, sum) -> Collections.addAll(params, lot, sum.amount, sum.bonus));
        List<Account> changed = locked.changed();
        changed.forEach(account -> Collections.addAll(params, account.id, account.balanceBefore, account.balance));
        Written written = jdbc.sql(sql(entries, book.newLots.size(), draws.size(), taken.size(), changed.size()))
                .params(params)
                .query((row, number) -> new Written(row.getLong("id"), row.getLong("lots"), row.getLong("balances")))
                .single();
        requireAllWritten(written, taken.size(), changed.size());
        return written.postingId;
    }

    private static String sql(int entries, int newLots, int draws, int lots, int balances) {
        return INSERT.formatted(
                SqlRows.of(entries, "bigint", "bigint", "bigint", "text"),
                SqlRows.of(newLots, "bigint", "bigint", "bigint", "bigint", "text", "date", "date", "bigint"),
                SqlRows.of(draws, "bigint", "bigint", "bigint", "bigint"),
                SqlRows.of(lots, "bigint", "bigint", "bigint"),
                SqlRows.of(balances, "bigint", "bigint", "bigint"));
    }

    private void posting(List<@Nullable Object> params, NewPosting posting) {
        Actor actor = currentActor.get();
        Collections.addAll(
                params,
                posting.kind().name(),
                posting.reference(),
                posting.venueId(),
                posting.businessDate(),
                clock.instant().atOffset(ZoneOffset.UTC),
                actor.key(),
                actor.name(),
                posting.shiftId(),
                posting.refundsPostingId(),
                posting.reversesPostingId());
    }

    private static int entries(List<@Nullable Object> params, OpenBook book) {
        int before = params.size();
        book.entries.forEach(entry -> Collections.addAll(
                params, entry.accountId(), entry.amount(), entry.balanceAfter(), entry.explanation()));
        book.house.forEach((kind, amount) -> {
            if (amount != 0) {
                Collections.addAll(params, kind.houseId().orElseThrow(), amount, null, "");
            }
        });
        return (params.size() - before) / 4;
    }

    private static void lot(List<@Nullable Object> params, NewLot lot) {
        Collections.addAll(
                params,
                lot.accountId(),
                lot.bonusAccountId(),
                lot.amount(),
                lot.bonus(),
                lot.rule(),
                lot.usableFrom(),
                lot.expiresOn(),
                lot.originId());
    }

    private static void requireAllWritten(Written written, long lots, long balances) {
        if (written.lots != lots || written.balances != balances) {
            throw new IllegalStateException(
                    "Wrote " + written + " instead of " + lots + " lots, " + balances + " balances");
        }
    }
}
