-- Published: what each posting moved and by whom, and what a shift's postings did to the cash drawer.
create view ledger_v_moved as
select p.id as posting_id, p.kind, p.reference, p.venue_id, p.shift_id, p.business_date, p.at, p.actor_key, p.actor_name,
       a.kind as account_kind, a.holder_id, e.amount
  from ledger_posting p
  join ledger_entry e on e.posting_id = p.id
  join ledger_account a on a.id = e.account_id;

-- Cash is counted from the guest's side in the books: what came in is negative there and positive here.
create view ledger_v_shift_cash as
select p.shift_id, count(distinct p.id) as postings, coalesce(-sum(e.amount), 0)::bigint as cash_minor
  from ledger_posting p
  left join ledger_entry e on e.posting_id = p.id
                          and e.account_id = (select id from ledger_account where kind = 'CASH' and holder_id is null)
 where p.shift_id is not null
 group by p.shift_id;
