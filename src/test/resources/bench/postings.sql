-- A million postings as the application would have written them: 20,000 cards topped up once, each of which then paid 49
-- bills of two lines from principal and bonus and earned points. Runs in one transaction, past the triggers.
set local session_replication_role = replica;
alter table ledger_posting disable trigger user;
alter table ledger_entry disable trigger user;
alter table ledger_draw disable trigger user;

create temp table seed on commit drop as
select c.programme_id, c.customer_id, c.venue_id, v.code, coalesce((select max(id) from ledger_posting), 0) as postings,
       pg_current_xact_id()::text::bigint as transaction
  from card c join venue v on v.id = c.venue_id order by c.id desc limit 1;

insert into shift (id, venue_id, till, business_date, opened_at, opened_by_key, opened_by_name)
select 9000000, venue_id, 'bench', date '2026-11-24', now(), 'bench', 'bench' from seed;
insert into ledger_receipt_counter (venue_id, till, last_number) select venue_id, 'bench', 1000000 from seed;

create temp table cards on commit drop as select 1000000 + n as id, n from generate_series(0, 19999) n;
insert into card (id, number, programme_id, customer_id, venue_id, status, fee_minor, issued_at, issued_by_key,
                  issued_by_name, version)
select k.id, '7' || lpad(k.n::text, 15, '0'), programme_id, customer_id, venue_id, 'ACTIVE', 0, now(), 'bench', 'bench', 0
  from cards k, seed;
insert into ledger_account (id, kind, unit, holder_id, balance)
select 1000000 + 3 * n, 'PRINCIPAL', 'CURRENCY', id, 1000000 - 49 * 800 from cards
union all select 1000001 + 3 * n, 'BONUS', 'CURRENCY', id, 200000 - 49 * 200 from cards
union all select 1000002 + 3 * n, 'POINTS', 'POINTS', id, 49 * 10 from cards;

-- Top-ups are round 0, bills rounds 1 to 49; a receipt number for each.
create temp table facts on commit drop as
select k.id as card, k.n, r as round, seed.postings + r * 20000 + k.n + 1 as posting, r * 20000 + k.n + 1 as number,
       1000000 + 3 * k.n as principal, seed.code || '-bench-' || case when r * 20000 + k.n + 1 < 1000000
           then lpad((r * 20000 + k.n + 1)::text, 6, '0') else (r * 20000 + k.n + 1)::text end as receipt
  from cards k, seed, generate_series(0, 49) r;

insert into ledger_posting (id, kind, reference, venue_id, business_date, at, actor_key, actor_name, shift_id, made_in)
overriding system value
select posting, case round when 0 then 'TOP_UP' else 'BILL' end,
       case round when 0 then receipt else 'B-' || number end, venue_id, date '2026-11-24', now(), 'client:1', 'bench',
       9000000, (transaction - 400 + number / 2500)::text::xid8
  from facts, seed order by number;

insert into ledger_entry (posting_id, account_id, amount, balance_after, explanation)
select posting, account, amount, after, why
  from facts
  cross join lateral (values
      (1, principal, 1000000, 1000000, 'topped up'), (2, principal + 1, 200000, 200000, 'topped up'),
      (3, 1, -1000000, null, ''), (4, 10, -200000, null, '')) as e (place, account, amount, after, why)
 where round = 0 order by number, place;
insert into ledger_entry (posting_id, account_id, amount, balance_after, explanation)
select posting, account, amount, after, why
  from facts
  cross join lateral (values
      (1, principal, -800, 1000000 - 800 * round, 'paid'), (2, principal + 1, -200, 200000 - 200 * round, 'paid'),
      (3, principal + 2, 10, 10 * round, 'earned'), (4, 7, 1000, null, ''), (5, 21, -10, null, ''))
      as e (place, account, amount, after, why)
 where round > 0 order by number, place;

insert into ledger_lot (posting_id, account_id, bonus_account_id, amount, bonus, amount_left, bonus_left, rule, earned_on,
                        usable_from)
select posting, principal, principal + 1, 1000000, 200000, 1000000 - 49 * 800, 200000 - 49 * 200, 'bench',
       date '2026-11-24', date '2026-11-24'
  from facts where round = 0 order by number;
insert into ledger_draw (posting_id, lot_id, amount, bonus, list_value)
select f.posting, l.id, 800, 200, 1000 from facts f join ledger_lot l on l.account_id = f.principal
 where f.round > 0 order by f.number;
insert into ledger_lot (posting_id, account_id, amount, amount_left, rule, earned_on, usable_from, expires_on)
select posting, principal + 2, 10, 10, 'earned', date '2026-11-24', date '2026-11-24', date '2027-11-24'
  from facts where round > 0 order by number;

insert into card_top_up (id, card_id, posting_id, venue_id, shift_id, tender, principal_minor, bonus_minor,
                         balance_before_minor, balance_after_minor, receipt_number, at, done_by_key, done_by_name)
select 9000000 + number, card, posting, venue_id, 9000000, 'CASH', 1000000, 200000, 0, 1200000, receipt, now(), 'client:1',
       'bench'
  from facts, seed where round = 0;

insert into settlement (id, venue_id, bill_number, receipt_number, till, shift_id, business_date, settled_at,
        settled_by_key, settled_by_name, card_id, posting_id, pay_by, list_total_minor, member_price_saving_minor,
        discount_minor, coupon_minor, points_minor, rounding_minor, payable_minor, points_earned, points_redeemed,
        points_before, points_after, steps)
select 9000000 + number, venue_id, 'B-' || number, receipt, 'bench', 9000000, date '2026-11-24', now(), 'client:1', 'bench',
       card, posting, 'BALANCE', 1000, 0, 0, 0, 0, 0, 1000, 10, 0, 10 * (round - 1), 10 * round,
       '{"shape":"bill-steps/1","steps":[{"rule":"list","base":1000,"factor":null,"result":1000,"text":"1000"}]}'
  from facts, seed where round > 0 order by number;
insert into settlement_line (settlement_id, line, name, quantity, unit_price_minor, discountable, list_minor, payable_minor,
        share_member_price_minor, share_discount_minor, share_coupon_minor, share_points_minor, share_rounding_minor)
select 9000000 + number, l.line, l.name, l.quantity, l.price, true, l.quantity * l.price, l.quantity * l.price, 0, 0, 0, 0, 0
  from facts, (values (0, '面', 1, 600), (1, '茶', 2, 200)) as l (line, name, quantity, price)
 where round > 0 order by number, l.line;
insert into settlement_tender (settlement_id, tender, type, amount_minor, change_minor, card_id, principal_minor,
        bonus_minor, balance_before_minor, balance_after_minor)
select 9000000 + number, 0, 'STORED_VALUE', 1000, 0, card, 800, 200, 1201000 - 1000 * round, 1200000 - 1000 * round
  from facts where round > 0 order by number;

alter table ledger_posting enable always trigger ledger_posting_stamped;
alter table ledger_posting enable always trigger ledger_posting_complete;
alter table ledger_posting enable always trigger ledger_posting_kept;
alter table ledger_posting enable always trigger ledger_posting_not_emptied;
alter table ledger_entry enable always trigger ledger_entry_lawful;
alter table ledger_entry enable always trigger ledger_entry_kept;
alter table ledger_entry enable always trigger ledger_entry_not_emptied;
alter table ledger_draw enable always trigger ledger_draw_lawful;
alter table ledger_draw enable always trigger ledger_draw_kept;
alter table ledger_draw enable always trigger ledger_draw_not_emptied;
