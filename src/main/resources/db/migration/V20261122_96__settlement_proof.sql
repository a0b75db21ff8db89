-- What bills and refunds say about the books, for the ledger's verification.
create unique index settlement_one_per_posting on settlement (posting_id) where posting_id is not null;
create unique index settlement_refund_one_per_posting on settlement_refund (posting_id) where posting_id is not null;

-- Postings and what caused them here.
create view settlement_v_posting_cause as
select s.posting_id, 'BILL'::text as kind, 'bill'::text as cause, s.id as cause_id, s.receipt_number::text as label,
       s.bill_number::text as reference, s.venue_id, s.shift_id, s.business_date, null::bigint as refunds_posting_id,
       (s.payable_minor, s.rounding_minor, s.points_minor, s.points_earned, s.points_redeemed) <> (0, 0, 0, 0, 0) as moves
  from settlement s
union all
select r.posting_id, 'BILL_REFUND'::text, 'refund'::text, r.id, s.receipt_number::text, s.receipt_number::text, s.venue_id,
       r.shift_id, r.business_date, s.posting_id,
       (r.refund_minor, r.rounding_minor, r.points_worth_minor, r.points_clawed_back, r.points_returned) <> (0, 0, 0, 0, 0)
  from settlement_refund r join settlement s on s.id = r.settlement_id;

-- What of those causes never changes, for the seals.
create view settlement_v_posting_content as
select s.posting_id, 'bill'::text as cause, s.id as cause_id,
       row(s.id, s.venue_id, s.bill_number, s.bill_version, s.receipt_number, s.till, s.shift_id,
           s.business_date - date '2000-01-01', extract(epoch from s.settled_at), s.settled_by_key, s.settled_by_name,
           s.card_id, s.pay_by, s.list_total_minor, s.member_price_saving_minor, s.discount_minor, s.coupon_minor,
           s.points_minor, s.rounding_minor, s.payable_minor, s.points_earned, s.visit_bonus_points, s.points_redeemed,
           s.points_before, s.points_after, s.steps)::text
       || coalesce((select string_agg(row(l.line, l.item, l.name, l.quantity, l.unit_price_minor, l.discountable,
                                          l.list_minor, l.payable_minor, l.share_member_price_minor,
                                          l.share_discount_minor, l.share_coupon_minor, l.share_points_minor,
                                          l.share_rounding_minor)::text, '' order by l.line)
                      from settlement_line l where l.settlement_id = s.id), '')
       || coalesce((select string_agg(row(t.tender, t.type, t.amount_minor, t.change_minor, t.card_id, t.principal_minor,
                                          t.bonus_minor, t.balance_before_minor, t.balance_after_minor)::text, ''
                                      order by t.tender)
                      from settlement_tender t where t.settlement_id = s.id), '') as content
  from settlement s
union all
select r.posting_id, 'refund'::text, r.id,
       row(r.id, r.settlement_id, r.shift_id, r.business_date - date '2000-01-01', extract(epoch from r.refunded_at),
           r.refunded_by_key, r.refunded_by_name, r.reason, r.refund_minor, r.rounding_minor, r.points_worth_minor,
           r.points_clawed_back, r.points_shortfall, r.points_returned)::text
       || coalesce((select string_agg(row(t.tender, t.type, t.amount_minor, t.card_id, t.principal_minor, t.bonus_minor,
                                          t.balance_before_minor, t.balance_after_minor)::text, '' order by t.tender)
                      from settlement_refund_tender t where t.refund_id = r.id), '')
       || coalesce((select string_agg(row(l.line, l.quantity)::text, '' order by l.line)
                      from settlement_refund_line l where l.refund_id = r.id), '')
  from settlement_refund r;

-- What those postings must have moved.
create view settlement_v_posting_claim as
select s.posting_id, part.account_kind, part.holder_id, part.amount
  from settlement s
  cross join lateral (values ('SALES', null, s.payable_minor - s.rounding_minor + s.points_minor),
                             ('ROUNDING', null, s.rounding_minor),
                             ('POINTS_EXPENSE', null, -s.points_minor),
                             ('POINTS', s.card_id, s.points_earned - s.points_redeemed),
                             ('POINTS_EARNED', null, -s.points_earned),
                             ('POINTS_REDEEMED', null, s.points_redeemed)) as part (account_kind, holder_id, amount)
 where s.posting_id is not null and part.amount <> 0
union all
select s.posting_id, part.account_kind, part.holder_id, part.amount
  from settlement s
  join settlement_tender t on t.settlement_id = s.id
  cross join lateral (values ('PRINCIPAL', t.card_id, -t.principal_minor),
                             ('BONUS', t.card_id, -t.bonus_minor),
                             (ledger_tender_account(t.type), null,
                              case when t.type <> 'STORED_VALUE' then t.change_minor - t.amount_minor end))
             as part (account_kind, holder_id, amount)
 where s.posting_id is not null and part.amount <> 0
union all
select r.posting_id, part.account_kind, part.holder_id, part.amount
  from settlement_refund r
  join settlement s on s.id = r.settlement_id
  cross join lateral (values ('SALES', null, r.rounding_minor - r.points_worth_minor - r.refund_minor),
                             ('ROUNDING', null, -r.rounding_minor),
                             ('POINTS_EXPENSE', null, r.points_worth_minor),
                             ('POINTS', s.card_id, r.points_returned - r.points_clawed_back),
                             ('POINTS_EARNED', null, r.points_clawed_back),
                             ('POINTS_REDEEMED', null, -r.points_returned)) as part (account_kind, holder_id, amount)
 where r.posting_id is not null and part.amount <> 0
union all
select r.posting_id, part.account_kind, part.holder_id, part.amount
  from settlement_refund r
  join settlement_refund_tender t on t.refund_id = r.id
  cross join lateral (values ('PRINCIPAL', t.card_id, t.principal_minor),
                             ('BONUS', t.card_id, t.bonus_minor),
                             (ledger_tender_account(t.type), null,
                              case when t.type <> 'STORED_VALUE' then t.amount_minor end))
             as part (account_kind, holder_id, amount)
 where r.posting_id is not null and part.amount <> 0;

create view settlement_v_receipt as
select venue_id, till, receipt_number, 'bill' as subject, id as subject_id from settlement;

-- Lines, their shares and the tenders add up to the bill.
create view settlement_v_wrong_sum as
select 'bill' as subject, s.id as subject_id, s.receipt_number::text as label, part.detail,
       ledger_holders(s.posting_id) as holders, part.expected::text as expected, part.found::text as found
  from settlement s
  left join (select settlement_id, sum(list_minor) as list, sum(payable_minor) as payable,
                    sum(share_member_price_minor) as member_price, sum(share_discount_minor) as discount,
                    sum(share_coupon_minor) as coupon, sum(share_points_minor) as points,
                    sum(share_rounding_minor) as rounding
               from settlement_line group by settlement_id) l on l.settlement_id = s.id
  left join (select settlement_id, sum(amount_minor - change_minor) as paid
               from settlement_tender group by settlement_id) t on t.settlement_id = s.id
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

-- What a bill says was given back is the sum of its refunds.
create view settlement_v_wrong_refund as
select 'bill' as subject, s.id as subject_id, s.receipt_number::text as label, part.detail,
       ledger_holders(s.posting_id) as holders, part.expected::text as expected, part.found::text as found
  from settlement s
  left join (select settlement_id, sum(refund_minor) as refunded, sum(points_worth_minor) as worth,
                    sum(points_returned) as returned, sum(points_clawed_back + points_shortfall) as clawed_back,
                    sum(rounding_minor) as rounding
               from settlement_refund group by settlement_id) r on r.settlement_id = s.id
  cross join lateral (values ('refunded', coalesce(r.refunded, 0), s.refunded_minor),
                             ('pointsWorthBack', coalesce(r.worth, 0), s.points_worth_back_minor),
                             ('pointsReturned', coalesce(r.returned, 0), s.points_returned),
                             ('pointsClawedBack', coalesce(r.clawed_back, 0), s.points_clawed_back),
                             ('roundingBack', s.rounding_minor,
                              case when s.refunded_whole then coalesce(r.rounding, 0) else s.rounding_minor end),
                             ('refundedWhole', (r.settlement_id is not null and s.refunded_minor = s.payable_minor)::int,
                              case when s.payable_minor = 0 and r.settlement_id is not null then 1
                                   else s.refunded_whole::int end)) as part (detail, expected, found)
 where part.expected <> part.found
union all
select 'bill', s.id, s.receipt_number, 'tenderRefunded', ledger_holders(s.posting_id), coalesce(r.back, 0)::text,
       t.refunded_minor::text
  from settlement_tender t
  join settlement s on s.id = t.settlement_id
  left join (select r.settlement_id, b.tender, sum(b.amount_minor) as back
               from settlement_refund r join settlement_refund_tender b on b.refund_id = r.id
              group by 1, 2) r on r.settlement_id = t.settlement_id and r.tender = t.tender
 where t.refunded_minor <> coalesce(r.back, 0)
union all
select 'bill', s.id, s.receipt_number, 'lineRefunded', ledger_holders(s.posting_id), coalesce(r.back, 0)::text,
       l.refunded_quantity::text
  from settlement_line l
  join settlement s on s.id = l.settlement_id
  left join (select r.settlement_id, b.line, sum(b.quantity) as back
               from settlement_refund r join settlement_refund_line b on b.refund_id = r.id
              group by 1, 2) r on r.settlement_id = l.settlement_id and r.line = l.line
 where l.refunded_quantity <> coalesce(r.back, 0)
union all
select 'refund', r.id, s.receipt_number, 'tenders', ledger_holders(r.posting_id), r.refund_minor::text,
       coalesce(t.back, 0)::text
  from settlement_refund r
  join settlement s on s.id = r.settlement_id
  left join (select refund_id, sum(amount_minor) as back from settlement_refund_tender group by 1) t on t.refund_id = r.id
 where r.refund_minor <> coalesce(t.back, 0);

-- A bill belongs to a shift of its venue and till.
create view settlement_v_wrong_shift as
select 'bill' as subject, s.id as subject_id, s.receipt_number::text as label, part.detail,
       ledger_holders(s.posting_id) as holders, part.expected, part.found
  from settlement s
  left join shift_v_shift h on h.id = s.shift_id
  cross join lateral (values ('venue', h.venue_id::text, s.venue_id::text), ('till', h.till, s.till))
             as part (detail, expected, found)
 where part.expected is distinct from part.found;
