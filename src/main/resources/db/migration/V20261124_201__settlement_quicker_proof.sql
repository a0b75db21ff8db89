-- The same law, asked bill by bill in the order of their lines, so that it needs no table of sums of all bills.

-- Lines, their shares and the tenders add up to the bill.
create or replace view settlement_v_wrong_sum as
select 'bill' as subject, s.id as subject_id, s.receipt_number::text as label, part.detail,
       ledger_holders(s.posting_id) as holders, part.expected::text as expected, part.found::text as found
  from settlement s
  cross join lateral (select sum(list_minor) as list, sum(payable_minor) as payable,
                             sum(share_member_price_minor) as member_price, sum(share_discount_minor) as discount,
                             sum(share_coupon_minor) as coupon, sum(share_points_minor) as points,
                             sum(share_rounding_minor) as rounding
                        from settlement_line where settlement_id = s.id) l
  cross join lateral (select sum(amount_minor - change_minor) as paid
                        from settlement_tender where settlement_id = s.id) t
  cross join lateral (values ('list', s.list_total_minor, coalesce(l.list, 0)),
                             ('memberPrice', s.member_price_saving_minor, coalesce(l.member_price, 0)),
                             ('discount', s.discount_minor, coalesce(l.discount, 0)),
                             ('coupon', s.coupon_minor, coalesce(l.coupon, 0)),
                             ('points', s.points_minor, coalesce(l.points, 0)),
                             ('rounding', s.rounding_minor, coalesce(l.rounding, 0)),
                             ('payable', s.payable_minor, coalesce(l.payable, 0)),
                             ('tenders', s.payable_minor, coalesce(t.paid, 0))) as part (detail, expected, found)
 where (s.list_total_minor, s.member_price_saving_minor, s.discount_minor, s.coupon_minor, s.points_minor, s.rounding_minor,
        s.payable_minor, s.payable_minor)
       is distinct from (l.list, l.member_price, l.discount, l.coupon, l.points, l.rounding, l.payable, coalesce(t.paid, 0))
   and part.expected <> part.found
union all
select 'bill', s.id, s.receipt_number, 'listPrice', ledger_holders(s.posting_id),
       (l.quantity * l.unit_price_minor::numeric)::text, l.list_minor::text
  from settlement_line l join settlement s on s.id = l.settlement_id
 where l.list_minor <> l.quantity * l.unit_price_minor::numeric
union all
select 'bill', part.settlement_id, '', part.detail, '{}', 'bill', '–'
  from (select settlement_id, 'list' as detail from settlement_line
        union all
        select settlement_id, 'tenders' from settlement_tender
        union all
        select settlement_id, 'refunded' from settlement_refund) part
 where not exists (select from settlement s where s.id = part.settlement_id);
