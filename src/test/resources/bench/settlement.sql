-- The rows of one settlement of two lines paid by stored value, in the order the application writes them.
\set n random(1, 400)
\set till :client_id % :tills
select card_id, customer_id, account_id, lot_id, sales_id, venue_id, shift_id from bench_card where n = :n \gset
begin;
select balance - 1000 as balance_after from ledger_account where id = :account_id for no key update \gset
insert into ledger_posting (kind, reference, venue_id, business_date, at, actor_key, actor_name, shift_id) values ('BILL', gen_random_uuid()::text, :venue_id, current_date, now(), 'BENCH:1', 'pgbench', :shift_id) returning id as posting_id \gset
insert into ledger_entry (posting_id, account_id, amount, balance_after, explanation) values (:posting_id, :account_id, -1000, :balance_after, ''), (:posting_id, :sales_id, 1000, null, '');
insert into ledger_draw (posting_id, lot_id, amount, bonus, list_value) values (:posting_id, :lot_id, 1000, 0, 1000);
update ledger_lot set amount_left = amount_left - 1000 where id = :lot_id;
update ledger_account set balance = :balance_after where id = :account_id;
insert into visit (id, customer_id, venue_id, visited_at, business_date, spend_minor, source) values (nextval('visit_seq'), :customer_id, :venue_id, now(), current_date, 1000, 'SETTLEMENT') returning id as visit_id \gset
insert into visit_mark (customer_id) values (:customer_id);
select nextval('settlement_seq') as settlement_id \gset
insert into settlement_line (settlement_id, line, name, quantity, unit_price_minor, discountable, list_minor, payable_minor, share_member_price_minor, share_discount_minor, share_coupon_minor, share_points_minor, share_rounding_minor) values (:settlement_id, 0, '面', 1, 600, true, 600, 600, 0, 0, 0, 0, 0), (:settlement_id, 1, '茶', 2, 200, true, 400, 400, 0, 0, 0, 0, 0);
insert into settlement_tender (settlement_id, tender, type, amount_minor, change_minor, card_id, principal_minor, bonus_minor, balance_before_minor, balance_after_minor) values (:settlement_id, 0, 'STORED_VALUE', 1000, 0, :card_id, 1000, 0, :balance_after + 1000, :balance_after);
insert into ledger_receipt_counter (venue_id, till, last_number) values (:venue_id, 'bench-' || :till, 1) on conflict on constraint ledger_receipt_counter_pk do update set last_number = ledger_receipt_counter.last_number + 1 returning last_number as receipt \gset
insert into settlement (id, venue_id, bill_number, receipt_number, till, shift_id, business_date, settled_at, settled_by_key, settled_by_name, customer_id, card_id, visit_id, posting_id, pay_by, list_total_minor, member_price_saving_minor, discount_minor, coupon_minor, points_minor, rounding_minor, payable_minor, points_earned, points_redeemed, steps) values (:settlement_id, :venue_id, gen_random_uuid()::text, 'main-bench-' || :till || '-' || :receipt, 'bench-' || :till, :shift_id, current_date, now(), 'BENCH:1', 'pgbench', :customer_id, :card_id, :visit_id, :posting_id, 'BALANCE', 1000, 0, 0, 0, 0, 0, 1000, 0, 0, '{"shape": "bill-steps/1", "steps": [{"rule": "LIST", "base": 1000, "factor": "1", "result": 1000}]}'::json);
insert into request_answer (actor_key, key, operation, payload_hash, at, status, body, reference) values ('BENCH:1', gen_random_uuid()::text, 'settle', sha256('bench'), now(), 201, repeat('{"an answer of usual length":1}', 40), :settlement_id);
commit;
