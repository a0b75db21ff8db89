package com.regulars.ledger;

import com.regulars.access.CurrentActor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

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
                                            refunds_posting_id)
                values (:kind, :reference, :venue, :date, :at, :actor, :name, :shift, :refunds)
                returning id),
            entries as (
                insert into ledger_entry (posting_id, account_id, amount, balance_after, explanation)
                select posting.id, e.account, e.amount, e.after, e.why
                  from posting, json_to_recordset(cast(:entries as json))
                       as e (account bigint, amount bigint, after bigint, why text)),
            new_lots as (
                insert into ledger_lot (posting_id, account_id, bonus_account_id, amount, bonus, amount_left, bonus_left,
                                        rule, earned_on, usable_from, expires_on)
                select posting.id, l.account, l.bonus_account, l.amount, l.bonus, l.amount, l.bonus, l.rule, :date,
                       l.usable, l.expires
                  from posting, json_to_recordset(cast(:lots as json))
                       as l (account bigint, bonus_account bigint, amount bigint, bonus bigint, rule text, usable date,
                             expires date)),
            draws as (
                insert into ledger_draw (posting_id, lot_id, amount, bonus, list_value)
                select posting.id, d.lot, d.amount, d.bonus, d.list_value
                  from posting, json_to_recordset(cast(:draws as json))
                       as d (lot bigint, amount bigint, bonus bigint, list_value bigint)),
            lots_left as (
                update ledger_lot l set amount_left = l.amount_left - d.amount, bonus_left = l.bonus_left - d.bonus
                  from (select lot, sum(amount)::bigint amount, sum(bonus)::bigint bonus
                          from json_to_recordset(cast(:draws as json)) as d (lot bigint, amount bigint, bonus bigint)
                         group by lot) d
                 where l.id = d.lot
                returning l.id),
            balances as (
                update ledger_account a set balance = b.after
                  from json_to_recordset(cast(:balances as json)) as b (id bigint, before bigint, after bigint)
                 where a.id = b.id and a.balance = b.before and not a.parked
                returning a.id)
            select posting.id, (select count(*) from lots_left) lots, (select count(*) from balances) balances
              from posting
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentActor currentActor;
    private final Clock clock;

    private record EntryRow(
            long account, long amount, @Nullable Long after, String why) {}

    private record LotRow(
            long account,
            @Nullable Long bonus_account,
            long amount,
            long bonus,
            String rule,
            String usable,
            @Nullable String expires) {}

    private record DrawRow(long lot, long amount, long bonus, long list_value) {}

    private record BalanceRow(long id, long before, long after) {}

    private record Written(long postingId, long lots, long balances) {}

    /** @return the id of the posting */
    long write(NewPosting posting, OpenBook book, LockedAccounts locked) {
        List<DrawRow> draws = book.draws().stream()
                .map(draw -> new DrawRow(draw.lotId(), draw.amount(), draw.bonus(), draw.listValue()))
                .toList();
        List<BalanceRow> balances = locked.changed().stream()
                .map(account -> new BalanceRow(account.id, account.balanceBefore, account.balance))
                .toList();
        var actor = currentActor.get();
        Written written = jdbc.sql(INSERT)
                .param("kind", posting.kind().name())
                .param("reference", posting.reference())
                .param("venue", posting.venueId())
                .param("date", posting.businessDate())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.key())
                .param("name", actor.name())
                .param("shift", posting.shiftId())
                .param("refunds", posting.refundsPostingId())
                .param("entries", json.writeValueAsString(entries(book)))
                .param("lots", json.writeValueAsString(lots(book)))
                .param("draws", json.writeValueAsString(draws))
                .param("balances", json.writeValueAsString(balances))
                .query((row, number) -> new Written(row.getLong("id"), row.getLong("lots"), row.getLong("balances")))
                .single();
        requireAllWritten(written, draws.stream().map(DrawRow::lot).distinct().count(), balances.size());
        return written.postingId;
    }

    private static void requireAllWritten(Written written, long lots, long balances) {
        if (written.lots != lots || written.balances != balances) {
            throw new IllegalStateException(
                    "Wrote " + written + " instead of " + lots + " lots, " + balances + " balances");
        }
    }

    private static List<EntryRow> entries(OpenBook book) {
        List<EntryRow> rows = new ArrayList<>();
        book.entries.forEach(entry ->
                rows.add(new EntryRow(entry.accountId(), entry.amount(), entry.balanceAfter(), entry.explanation())));
        book.house.forEach((kind, amount) -> {
            if (amount != 0) {
                rows.add(new EntryRow(kind.houseId().orElseThrow(), amount, null, ""));
            }
        });
        return rows;
    }

    private static List<LotRow> lots(OpenBook book) {
        return book.newLots.stream()
                .map(lot -> new LotRow(
                        lot.accountId(),
                        lot.bonusAccountId(),
                        lot.amount(),
                        lot.bonus(),
                        lot.rule(),
                        lot.usableFrom().toString(),
                        lot.expiresOn() == null ? null : lot.expiresOn().toString()))
                .toList();
    }
}
