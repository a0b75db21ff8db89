-- The same laws, asked so that a million postings are proved within a minute: what is right falls out before anything is
-- said about the rest, one sum is enough to see that two differ, and laws about postings can be asked for a range of their
-- ids, so that no table of theirs grows with the books.

-- Every posting has entries, and they sum to zero in each unit.
create or replace view ledger_v_wrong_sum as
select 'posting' as subject, s.posting_id as subject_id, p.reference::text as label, part.detail,
       ledger_holders(s.posting_id) as holders, part.expected, part.found
  from (select posting_id, count(amount) as entries, coalesce(sum(amount) filter (where unit = 'CURRENCY'), 0) as currency,
               coalesce(sum(amount) filter (where unit = 'POINTS'), 0) as points
          from (select id as posting_id, null::bigint as amount, null as unit from ledger_posting
                union all
                select e.posting_id, e.amount, a.unit from ledger_entry e join ledger_account a on a.id = e.account_id) part
         group by posting_id
        having count(amount) = 0 or sum(amount) filter (where unit = 'CURRENCY') <> 0
               or sum(amount) filter (where unit = 'POINTS') <> 0) s
  join ledger_posting p on p.id = s.posting_id
  cross join lateral (values ('entries', '1', case when s.entries = 0 then '0' else '1' end),
                             ('CURRENCY', '0', s.currency::text),
                             ('POINTS', '0', s.points::text)) as part (detail, expected, found)
 where part.expected <> part.found;

-- What is left in a lot is what came in less what was drawn from it.
create or replace view ledger_v_wrong_lot as
select 'lot' as subject, l.id as subject_id, l.rule::text as label, part.detail, array[a.holder_id] as holders,
       part.expected::text as expected, part.found::text as found
  from ledger_lot l
  left join (select lot_id, sum(amount) as amount, sum(bonus) as bonus from ledger_draw group by lot_id) d on d.lot_id = l.id
  left join ledger_account a on a.id = l.account_id
  cross join lateral (values ('left', l.amount - coalesce(d.amount, 0), l.amount_left::numeric),
                             ('bonusLeft', l.bonus - coalesce(d.bonus, 0), l.bonus_left::numeric))
             as part (detail, expected, found)
 where (l.amount - coalesce(d.amount, 0) <> l.amount_left or l.bonus - coalesce(d.bonus, 0) <> l.bonus_left)
   and part.expected <> part.found;

-- What a posting puts on an account it puts into lots, and what it takes off it draws from lots.
create or replace view ledger_v_wrong_draws as
select 'posting' as subject, moved.posting_id as subject_id, p.reference::text as label, a.kind::text as detail,
       array[a.holder_id] as holders, entered.amount::text as expected, (entered.amount - moved.more)::text as found
  from (select posting_id, account_id, sum(amount) as more
          from (select e.posting_id, e.account_id, e.amount
                  from ledger_entry e join ledger_account a on a.id = e.account_id where a.holder_id is not null
                union all
                select l.posting_id, kept.account_id, -kept.amount
                  from ledger_lot l
                  cross join lateral (values (l.account_id, l.amount), (l.bonus_account_id, l.bonus))
                             as kept (account_id, amount) where kept.amount <> 0
                union all
                select d.posting_id, drawn.account_id, drawn.amount
                  from ledger_draw d join ledger_lot l on l.id = d.lot_id
                  cross join lateral (values (l.account_id, d.amount), (l.bonus_account_id, d.bonus))
                             as drawn (account_id, amount) where drawn.amount <> 0) part
         group by posting_id, account_id having sum(amount) <> 0) moved
  join ledger_account a on a.id = moved.account_id
  left join ledger_posting p on p.id = moved.posting_id
  cross join lateral (select coalesce(sum(e.amount), 0) as amount from ledger_entry e
                       where e.posting_id = moved.posting_id and e.account_id = moved.account_id) entered;

-- A lot is earned on the day of its posting, and its two halves belong to one holder.
create or replace view ledger_v_wrong_lot_origin as
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
 where (p.business_date is distinct from l.earned_on
        or a.holder_id is distinct from coalesce(b.holder_id, a.holder_id)
        or not (a.kind = 'POINTS' and b.kind is null or a.kind = 'PRINCIPAL' and coalesce(b.kind, 'BONUS') = 'BONUS'))
   and part.expected is distinct from part.found;
