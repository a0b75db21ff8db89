-- The coupons of a bill in the order they were taken in, each with what it took off. A coupon that came back with a
-- refund of the whole bill can be used again.
create table settlement_coupon (
    settlement_id bigint  not null,
    position      int     not null,
    coupon_id     bigint  not null,
    amount_minor  bigint  not null,
    returned      boolean not null default false,
    constraint settlement_coupon_pk primary key (settlement_id, position),
    constraint settlement_coupon_settlement_fk foreign key (settlement_id) references settlement (id),
    constraint settlement_coupon_coupon_fk foreign key (coupon_id) references coupon (id),
    constraint settlement_coupon_amount check (amount_minor >= 0)
);
create unique index settlement_coupon_once on settlement_coupon (coupon_id) where not returned;

-- Coupons of a bill add up to what they took off it; a used coupon is on one bill that counts, an unused one on none.
create view settlement_v_wrong_coupon as
select 'bill' as subject, s.id as subject_id, s.receipt_number::text as label, 'sum' as detail,
       ledger_holders(s.posting_id) as holders, s.coupon_minor::text as expected, coalesce(c.amount, 0)::text as found
  from settlement s
  left join (select settlement_id, sum(amount_minor) as amount from settlement_coupon group by settlement_id) c
    on c.settlement_id = s.id
 where s.coupon_minor <> coalesce(c.amount, 0)
union all
select 'bill', s.id, s.receipt_number, 'returned', ledger_holders(s.posting_id), s.refunded_whole::text, c.returned::text
  from settlement_coupon c join settlement s on s.id = c.settlement_id
 where c.returned <> s.refunded_whole
union all
select 'coupon', c.id, c.code, 'status', '{}',
       case when count(u.settlement_id) > 0 then 'USED' else 'ACTIVE' end, c.status
  from coupon_v_coupon c
  left join settlement_coupon u on u.coupon_id = c.id and not u.returned
 group by c.id, c.code, c.status
having (c.status = 'USED') <> (count(u.settlement_id) > 0);
