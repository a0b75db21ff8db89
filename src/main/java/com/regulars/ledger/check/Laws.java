package com.regulars.ledger.check;

import com.regulars.ledger.CausesPostings;
import com.regulars.ledger.KeepsLaws;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All laws of the books: the ledger's own, those between the ledger and what caused its postings, and those that the
 * causing modules add.
 */
@Component
class Laws {

    private static final List<String> OWN = List.of(
            "ledger_v_wrong_balance",
            "ledger_v_wrong_lots",
            "ledger_v_wrong_lot",
            "ledger_v_wrong_negative",
            "ledger_v_wrong_running_balance",
            "ledger_v_wrong_lot_origin",
            "ledger_v_wrong_unit",
            "ledger_v_wrong_orphan",
            "ledger_v_wrong_return",
            "ledger_v_wrong_origin",
            "ledger_v_wrong_seal",
            "ledger_v_wrong_unsealed");

    private static final List<String> OWN_BY_POSTING = List.of("ledger_v_wrong_sum", "ledger_v_wrong_draws");

    private final List<CausesPostings> causing;
    private final List<KeepsLaws> keeping;
    private final PostingHashes hashes;

    Laws(List<CausesPostings> causing, List<KeepsLaws> keeping, PostingHashes hashes) {
        this.causing = causing;
        this.keeping = keeping;
        this.hashes = hashes;
    }

    /** What takes longest comes first, so that whoever shares them is done at about the same time. */
    List<Law> all() {
        return Stream.of(
                        Stream.of(
                                new Law("ledger.sealed", hashes.differing()),
                                new Law(
                                                "ledger.claim",
                                                CLAIM.formatted(
                                                        union(CausesPostings::claims), union(CausesPostings::causes)))
                                        .askedByPosting(),
                                new Law("ledger.cause", CAUSE.formatted(union(CausesPostings::causes))),
                                new Law("ledger.receipt", RECEIPT.formatted(union(CausesPostings::receipts))),
                                new Law("ledger.holder", HOLDER.formatted(holders(), holders()))),
                        OWN_BY_POSTING.stream().map(Law::of).map(Law::askedByPosting),
                        OWN.stream().map(Law::of),
                        keeping.stream()
                                .flatMap(module -> module.laws().stream())
                                .map(Law::of))
                .flatMap(Function.identity())
                .toList();
    }

    private String holders() {
        return Unions.of(causing.stream().flatMap(module -> module.holders().stream()));
    }

    private String union(Function<CausesPostings, String> view) {
        return Unions.of(causing.stream().map(view));
    }

    /** Every posting has exactly one cause and every cause its posting, and they agree about where and when. */
    private static final String CAUSE = """
            with cause as not materialized (%s)
            select 'posting' as subject, p.id as subject_id, p.reference::text as label, 'cause' as detail,
                   ledger_holders(p.id) as holders, '1' as expected, coalesce(told.causes, 0)::text as found
              from ledger_posting p
              left join (select posting_id, count(*) as causes from cause group by posting_id) told on told.posting_id = p.id
             where told.causes is distinct from 1
            union all
            select k.cause, k.cause_id, k.label, part.detail, ledger_holders(k.posting_id), part.told, coalesce(part.posted, '–') as found
              from cause k
              left join ledger_posting p on p.id = k.posting_id
              cross join lateral (values ('posting', coalesce(k.posting_id::text, '1'), p.id::text),
                                         ('kind', k.kind, p.kind::text),
                                         ('reference', k.reference, p.reference::text),
                                         ('venue', k.venue_id::text, p.venue_id::text),
                                         ('shift', k.shift_id::text, p.shift_id::text),
                                         ('date', k.business_date::text, p.business_date::text),
                                         ('refunds', k.refunds_posting_id::text, p.refunds_posting_id::text))
                         as part (detail, told, posted)
             where (p.id is null and k.moves
                    or p.id is not null and ((k.kind, k.venue_id) is distinct from (p.kind, p.venue_id)
                       or k.refunds_posting_id is distinct from p.refunds_posting_id
                       or k.reference <> p.reference
                       or k.shift_id is not null and k.shift_id is distinct from p.shift_id
                       or k.business_date <> p.business_date))
               and part.told is distinct from part.posted
               and (part.told is not null or part.detail = 'refunds')
               and (part.detail = 'posting') = (p.id is null)
            """;

    /**
     * The entries of a posting are what its cause says, account by account; one without a cause breaks the law above. One
     * sum shows where they are not; only there it is asked which is which.
     */
    private static final String CLAIM = """
            select 'posting' as subject, moved.posting_id as subject_id, coalesce(p.reference, '')::text as label,
                   coalesce(a.kind, 'none')::text as detail, ledger_holders(moved.posting_id) as holders,
                   (entered.amount - moved.more)::text as expected, entered.amount::text as found
              from (select posting_id, account_id, sum(amount) as more
                      from (select posting_id, account_id, amount from ledger_entry
                            union all
                            select c.posting_id, coalesce(held.id, house.id), -c.amount
                              from (%s) c
                              left join ledger_account held
                                on held.holder_id = c.holder_id and held.kind = c.account_kind
                              left join (select id, kind from ledger_account where holder_id is null) house
                                on house.kind = c.account_kind and c.holder_id is null
                             where c.posting_id is not null) part
                     group by posting_id, account_id having sum(amount) <> 0) moved
              left join ledger_account a on a.id = moved.account_id
              left join ledger_posting p on p.id = moved.posting_id
              cross join lateral (select coalesce(sum(e.amount), 0) as amount from ledger_entry e
                                   where e.posting_id = moved.posting_id and e.account_id = moved.account_id) entered
             where (select count(*) from (%s) k where k.posting_id = moved.posting_id) > 0
            """;

    /** A till's counter stands at its last receipt, and no number is missing or given twice. */
    private static final String RECEIPT = """
            with given as (
                select venue_id, till, substring(receipt_number from '[0-9]+$')::numeric as number from (%s) receipt),
            counted as (
                select venue_id, till, count(distinct number) as numbers, count(*) as receipts, max(number) as last
                  from given group by venue_id, till)
            select 'till' as subject, coalesce(c.venue_id, g.venue_id) as subject_id, coalesce(c.till, g.till)::text as label,
                   part.detail, '{}'::bigint[] as holders, part.expected, part.found
              from ledger_receipt_counter c
              full join counted g on g.venue_id = c.venue_id and g.till = c.till
              cross join lateral (values
                    ('last', coalesce(g.last, 0)::text, coalesce(c.last_number, 0)::text),
                    ('numbers', coalesce(g.last, 0)::text, coalesce(g.numbers, 0)::text),
                    ('twice', coalesce(g.numbers, 0)::text, coalesce(g.receipts, 0)::text)) as part (detail, expected, found)
             where part.expected <> part.found
            """;

    /** Accounts belong to who opened them: nobody holds an account that is not theirs, or lacks one. */
    private static final String HOLDER = """
            select 'account' as subject, a.id as subject_id, ''::text as label, a.kind::text as detail,
                   array[a.holder_id] as holders, '–' as expected, a.holder_id::text as found
              from ledger_account a
             where a.holder_id is not null
               and not exists (select from (%s) h where h.holder_id = a.holder_id and h.account_kind = a.kind)
            union all
            select 'card', h.holder_id, h.label, h.account_kind, array[h.holder_id], h.account_kind, '–'
              from (%s) h
             where h.required
               and not exists (select from ledger_account a where a.holder_id = h.holder_id and a.kind = h.account_kind)
            """;
}
