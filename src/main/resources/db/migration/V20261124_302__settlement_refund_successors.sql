-- A refund finds its card where it is by now: what goes back to one that was replaced goes to the one in its place.

alter table settlement_refund add column points_card_id bigint;
comment on column settlement_refund.points_card_id is 'Whose points moved, when it is not the card of the bill any more';
alter table settlement_refund add constraint settlement_refund_points_card_fk foreign key (points_card_id) references card (id);

create or replace view settlement_v_posting_content as
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
           r.points_clawed_back, r.points_shortfall, r.points_returned)::text || coalesce('>' || r.points_card_id, '')
       || coalesce((select string_agg(row(t.tender, t.type, t.amount_minor, t.card_id, t.principal_minor, t.bonus_minor,
                                          t.balance_before_minor, t.balance_after_minor)::text, '' order by t.tender)
                      from settlement_refund_tender t where t.refund_id = r.id), '')
       || coalesce((select string_agg(row(l.line, l.quantity)::text, '' order by l.line)
                      from settlement_refund_line l where l.refund_id = r.id), '')
  from settlement_refund r;

create or replace view settlement_v_posting_claim as
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
                             ('POINTS', coalesce(r.points_card_id, s.card_id), r.points_returned - r.points_clawed_back),
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
