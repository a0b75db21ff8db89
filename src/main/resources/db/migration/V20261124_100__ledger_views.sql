-- What other modules read of the books, so that none reads another's tables.

-- Accounts that are held for somebody: a card's principal, bonus and points.
create view ledger_v_account as
select id, holder_id, kind, balance, parked from ledger_account where holder_id is not null;

create view ledger_v_lot as
select id, account_id, amount_left, usable_from, expires_on from ledger_lot;

create view ledger_v_entry as
select id, posting_id, account_id, amount, balance_after, explanation from ledger_entry;

create or replace view ledger_v_posting as
select id, kind, reference, venue_id, business_date, shift_id, refunds_posting_id, at from ledger_posting;
