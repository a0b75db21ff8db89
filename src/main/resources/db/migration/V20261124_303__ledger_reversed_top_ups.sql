-- Money that was paid onto a card goes back: a top-up is taken back whole, or what is left of it is paid out by a rule.

alter table ledger_posting drop constraint ledger_posting_kind_known;
alter table ledger_posting add constraint ledger_posting_kind_known check (kind in
    ('TOP_UP', 'TOP_UP_VOID', 'TOP_UP_REFUND', 'CARD_FEE', 'BILL', 'BILL_REFUND', 'CARD_REPLACEMENT', 'POINTS_EXPIRY',
     'OPENING'));

create or replace view ledger_v_posting as
select id, kind, reference, venue_id, business_date, shift_id, refunds_posting_id, at, reverses_posting_id
  from ledger_posting;

-- Stored value by the posting it came in by, wherever it has moved since: whose it is now and what is left of it.
create view ledger_v_value_lot as
select coalesce(o.posting_id, l.posting_id) as posting_id, a.holder_id, l.amount_left, l.bonus_left
  from ledger_lot l
  join ledger_account a on a.id = l.account_id and a.kind = 'PRINCIPAL'
  left join ledger_lot o on o.id = l.origin_id;
