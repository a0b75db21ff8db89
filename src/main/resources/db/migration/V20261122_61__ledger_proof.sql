-- The proof of the books: each law is one view that lists what breaks it, so no rows means no fault. All have the columns
-- (subject, subject_id, label, detail, holders, expected, found): what is wrong and what it is called, in which respect,
-- whose accounts it concerns, what it should be and what it is. Modules that cause postings add views of their own. They read
-- whole tables: what is right is sorted out before anything is said about the rest.

-- What other modules may read of the books.
create view ledger_v_posting as
select id, kind, reference, venue_id, business_date, shift_id, refunds_posting_id from ledger_posting;

create view ledger_v_draw as
select d.posting_id, d.lot_id, a.kind as account_kind, a.holder_id, d.amount, l.expires_on
  from ledger_draw d
  join ledger_lot l on l.id = d.lot_id
  join ledger_account a on a.id = l.account_id;

-- The house account that a means of payment goes to.
create function ledger_tender_account(tender varchar) returns varchar language sql immutable parallel safe as $$
    select case tender when 'OTHER' then 'OTHER_TENDER' else tender end
$$;

-- Whose accounts a posting moves.
create function ledger_holders(posting bigint) returns bigint[] language sql stable parallel safe as $$
    select coalesce(array_agg(distinct a.holder_id), '{}')
      from ledger_entry e join ledger_account a on a.id = e.account_id
     where e.posting_id = posting and a.holder_id is not null
$$;

-- Every posting has entries, and they sum to zero in each unit.
create view ledger_v_wrong_sum as
select 'posting' as subject, p.id as subject_id, p.reference::text as label, part.detail, ledger_holders(p.id) as holders,
       part.expected, part.found
  from ledger_posting p
  left join (select e.posting_id, coalesce(sum(e.amount) filter (where a.unit = 'CURRENCY'), 0) as currency,
                    coalesce(sum(e.amount) filter (where a.unit = 'POINTS'), 0) as points
               from ledger_entry e join ledger_account a on a.id = e.account_id
              group by e.posting_id) s on s.posting_id = p.id
  cross join lateral (values ('entries', '1', case when s.posting_id is null then '0' else '1' end),
                             ('CURRENCY', '0', s.currency::text),
                             ('POINTS', '0', s.points::text)) as part (detail, expected, found)
 where (s.posting_id is null or s.currency <> 0 or s.points <> 0) and part.expected <> part.found;

-- Every balance is the sum of its entries.
create view ledger_v_wrong_balance as
select 'account' as subject, a.id as subject_id, ''::text as label, a.kind::text as detail, array[a.holder_id] as holders,
       coalesce(e.total, 0)::text as expected, a.balance::text as found
  from ledger_account a
  left join (select account_id, sum(amount) as total from ledger_entry group by account_id) e on e.account_id = a.id
 where a.holder_id is not null and a.balance is distinct from coalesce(e.total, 0);

-- The lots of an account hold what is on it.
create view ledger_v_wrong_lots as
select 'account' as subject, a.id as subject_id, ''::text as label, a.kind::text as detail, array[a.holder_id] as holders,
       a.balance::text as expected, coalesce(l.total, 0)::text as found
  from ledger_account a
  left join (select account_id, sum(amount_left) as total
               from (select account_id, amount_left from ledger_lot
                     union all
                     select bonus_account_id, bonus_left from ledger_lot where bonus_account_id is not null) part
              group by account_id) l on l.account_id = a.id
 where a.holder_id is not null and a.balance is distinct from coalesce(l.total, 0);

-- What is left in a lot is what came in less what was drawn from it.
create view ledger_v_wrong_lot as
select 'lot' as subject, l.id as subject_id, l.rule::text as label, part.detail, array[a.holder_id] as holders,
       part.expected::text as expected, part.found::text as found
  from ledger_lot l
  left join (select lot_id, sum(amount) as amount, sum(bonus) as bonus from ledger_draw group by lot_id) d on d.lot_id = l.id
  left join ledger_account a on a.id = l.account_id
  cross join lateral (values ('left', l.amount - coalesce(d.amount, 0), l.amount_left::numeric),
                             ('bonusLeft', l.bonus - coalesce(d.bonus, 0), l.bonus_left::numeric))
             as part (detail, expected, found)
 where part.expected <> part.found;

-- Nothing is negative.
create view ledger_v_wrong_negative as
select 'account' as subject, id as subject_id, ''::text as label, kind::text as detail, array[holder_id] as holders,
       '0' as expected, balance::text as found
  from ledger_account where balance < 0;

-- The balance kept with an entry is the running sum of its account; the house keeps none.
create view ledger_v_wrong_running_balance as
select 'posting' as subject, running.posting_id as subject_id, p.reference::text as label, a.kind::text as detail,
       array[a.holder_id] as holders, running.total::text as expected,
       coalesce(running.balance_after::text, '–') as found
  from (select e.posting_id, e.account_id, e.balance_after,
               sum(e.amount) over (partition by e.account_id order by e.id) as total
          from ledger_entry e
         where e.account_id in (select id from ledger_account where holder_id is not null)) running
  join ledger_account a on a.id = running.account_id
  left join ledger_posting p on p.id = running.posting_id
 where running.balance_after is distinct from running.total
union all
select 'posting', e.posting_id, p.reference, a.kind, '{}', '–', e.balance_after::text
  from ledger_entry e
  join ledger_account a on a.id = e.account_id and a.holder_id is null
  left join ledger_posting p on p.id = e.posting_id
 where e.balance_after is not null;

-- What a posting puts on an account it puts into lots, and what it takes off it draws from lots.
create view ledger_v_wrong_draws as
select 'posting' as subject, moved.posting_id as subject_id, p.reference::text as label, a.kind::text as detail,
       array[a.holder_id] as holders, moved.entered::text as expected, moved.kept::text as found
  from (select posting_id, account_id, sum(entered) as entered, sum(kept) as kept
          from (select posting_id, account_id, amount as entered, 0::bigint as kept
                  from ledger_entry
                 where account_id in (select id from ledger_account where holder_id is not null)
                union all
                select posting_id, account_id, 0, amount from ledger_lot
                union all
                select posting_id, bonus_account_id, 0, bonus from ledger_lot where bonus > 0
                union all
                select d.posting_id, l.account_id, 0, -d.amount from ledger_draw d join ledger_lot l on l.id = d.lot_id
                union all
                select d.posting_id, l.bonus_account_id, 0, -d.bonus
                  from ledger_draw d join ledger_lot l on l.id = d.lot_id where d.bonus <> 0) part
         group by posting_id, account_id having sum(entered) <> sum(kept)) moved
  join ledger_account a on a.id = moved.account_id
  left join ledger_posting p on p.id = moved.posting_id;

-- A lot is earned on the day of its posting, and its two halves belong to one holder.
create view ledger_v_wrong_lot_origin as
select 'lot' as subject, l.id as subject_id, l.rule::text as label, part.detail, array[a.holder_id, b.holder_id] as holders,
       part.expected, part.found
  from ledger_lot l
  join ledger_posting p on p.id = l.posting_id
  join ledger_account a on a.id = l.account_id
  left join ledger_account b on b.id = l.bonus_account_id
  cross join lateral (values
        ('earnedOn', p.business_date::text, l.earned_on::text),
        ('holder', a.holder_id::text, coalesce(b.holder_id, a.holder_id)::text),
        ('kind', case a.kind when 'PRINCIPAL' then 'PRINCIPAL BONUS' else 'POINTS' end,
                 concat_ws(' ', a.kind, coalesce(b.kind, case a.kind when 'PRINCIPAL' then 'BONUS' end))))
             as part (detail, expected, found)
 where part.expected is distinct from part.found;

-- An account counts in the unit of its kind.
create view ledger_v_wrong_unit as
select 'account' as subject, a.id as subject_id, ''::text as label, a.kind::text as detail,
       array_remove(array[a.holder_id], null) as holders, known.unit as expected, a.unit::text as found
  from ledger_account a
  cross join lateral (select case when a.kind like 'POINTS%' and a.kind <> 'POINTS_EXPENSE' then 'POINTS'
                                  else 'CURRENCY' end as unit) known
 where a.unit <> known.unit;

-- Nothing hangs in the air: entries, lots and draws have their posting, and what they move.
create view ledger_v_wrong_orphan as
select 'posting' as subject, e.posting_id as subject_id, ''::text as label, 'entry' as detail,
       ledger_holders(e.posting_id) as holders, 'posting' as expected, '–' as found
  from ledger_entry e where not exists (select from ledger_posting p where p.id = e.posting_id)
union all
select 'posting', e.posting_id, '', 'entry', ledger_holders(e.posting_id), 'account ' || e.account_id, '–'
  from ledger_entry e where not exists (select from ledger_account a where a.id = e.account_id)
union all
select 'posting', l.posting_id, l.rule, 'lot', array(select holder_id from ledger_account a where a.id = l.account_id),
       'posting', '–'
  from ledger_lot l where not exists (select from ledger_posting p where p.id = l.posting_id)
union all
select 'lot', l.id, l.rule, 'lot', '{}', 'account ' || l.account_id, '–'
  from ledger_lot l where not exists (select from ledger_account a where a.id = l.account_id)
union all
select 'posting', d.posting_id, '', 'draw', ledger_holders(d.posting_id), 'posting', '–'
  from ledger_draw d where not exists (select from ledger_posting p where p.id = d.posting_id)
union all
select 'posting', d.posting_id, '', 'draw', ledger_holders(d.posting_id), 'lot ' || d.lot_id, '–'
  from ledger_draw d where not exists (select from ledger_lot l where l.id = d.lot_id);

-- No more comes back into a lot than the posting that is refunded had drawn from it.
create view ledger_v_wrong_return as
select 'posting' as subject, back.original as subject_id, p.reference::text as label, part.detail,
       ledger_holders(back.original) as holders, part.drawn::text as expected, part.back::text as found
  from (select r.refunds_posting_id as original, d.lot_id, -sum(d.amount) as amount, -sum(d.bonus) as bonus
          from ledger_posting r join ledger_draw d on d.posting_id = r.id
         where r.refunds_posting_id is not null and (d.amount < 0 or d.bonus < 0)
         group by 1, 2) back
  left join lateral (select sum(amount) as amount, sum(bonus) as bonus from ledger_draw o
                      where o.posting_id = back.original and o.lot_id = back.lot_id) drawn on true
  left join ledger_posting p on p.id = back.original
  cross join lateral (values ('amount', coalesce(drawn.amount, 0), back.amount),
                             ('bonus', coalesce(drawn.bonus, 0), back.bonus)) as part (detail, drawn, back)
 where part.back > part.drawn;

-- What a verification found, the first of each kind.
create table ledger_finding (
    verification_id bigint       not null,
    line            int          not null,
    law             varchar(60)  not null,
    subject         varchar(20)  not null,
    subject_id      bigint,
    label           varchar(500) not null,
    detail          varchar(60)  not null,
    holders         bigint[]     not null,
    expected        varchar(500) not null,
    found           varchar(500) not null,
    constraint ledger_finding_pk primary key (verification_id, line),
    constraint ledger_finding_verification_fk foreign key (verification_id) references ledger_verification (id)
);
