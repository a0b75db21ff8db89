-- The cards of the benchmark, numbered, so that the script can pick one by chance.
drop table if exists bench_card;
create table bench_card as
select row_number() over (order by c.id) as n, c.id as card_id, c.customer_id, a.id as account_id, l.id as lot_id,
       (select id from ledger_account where kind = 'SALES') as sales_id,
       (select min(id) from venue where code = 'main') as venue_id,
       (select min(id) from shift) as shift_id
  from card c
  join ledger_account a on a.holder_id = c.id and a.kind = 'PRINCIPAL'
  join ledger_lot l on l.account_id = a.id;
alter table bench_card add primary key (n);
analyze bench_card;
