-- What cards say about the books, for the ledger's verification.
create unique index card_one_per_fee_posting on card (fee_posting_id) where fee_posting_id is not null;

-- Postings and what caused them here. Empty columns are not told.
create view card_v_posting_cause as
select t.posting_id, 'TOP_UP'::text as kind, 'topUp'::text as cause, t.id as cause_id, t.receipt_number::text as label,
       t.receipt_number::text as reference, t.venue_id, t.shift_id, null::date as business_date,
       null::bigint as refunds_posting_id, true as moves
  from card_top_up t
union all
select c.fee_posting_id, 'CARD_FEE'::text, 'fee'::text, c.id, c.fee_receipt_number::text, c.fee_receipt_number::text,
       c.venue_id, null::bigint, null::date, null::bigint, true
  from card c where c.fee_minor <> 0 or c.fee_posting_id is not null
union all
select p.id, 'POINTS_EXPIRY'::text, 'expiry'::text, p.id, p.reference::text, to_char(p.business_date, 'YYYY-MM-DD'),
       p.venue_id, null::bigint, p.business_date, null::bigint, true
  from ledger_v_posting p where p.kind = 'POINTS_EXPIRY';

-- What of those causes never changes, for the seals.
create view card_v_posting_content as
select t.posting_id, 'topUp'::text as cause, t.id as cause_id,
       row(t.id, t.card_id, t.venue_id, t.shift_id, t.tender, t.principal_minor, t.bonus_minor, t.balance_before_minor,
           t.balance_after_minor, t.receipt_number, extract(epoch from t.at), t.done_by_key, t.done_by_name)::text as content
  from card_top_up t
union all
select c.fee_posting_id, 'fee'::text, c.id,
       row(c.id, c.venue_id, c.fee_minor, c.fee_tender, c.fee_receipt_number, extract(epoch from c.issued_at))::text
  from card c where c.fee_posting_id is not null;

-- What those postings must have moved.
create view card_v_posting_claim as
select t.posting_id, part.account_kind, part.holder_id, part.amount
  from card_top_up t
  cross join lateral (values ('PRINCIPAL', t.card_id, t.principal_minor),
                             ('BONUS', t.card_id, t.bonus_minor),
                             (ledger_tender_account(t.tender), null, -t.principal_minor),
                             ('BONUS_EXPENSE', null, -t.bonus_minor)) as part (account_kind, holder_id, amount)
 where part.amount <> 0
union all
select c.fee_posting_id, part.account_kind, null, part.amount
  from card c
  cross join lateral (values (ledger_tender_account(c.fee_tender), -c.fee_minor),
                             ('CARD_FEES', c.fee_minor)) as part (account_kind, amount)
 where c.fee_posting_id is not null
union all
select d.posting_id, part.account_kind, part.holder_id, part.amount
  from ledger_v_draw d
  join ledger_v_posting p on p.id = d.posting_id and p.kind = 'POINTS_EXPIRY'
  cross join lateral (values ('POINTS', d.holder_id, -d.amount),
                             ('POINTS_EXPIRED', null, d.amount)) as part (account_kind, holder_id, amount);

create view card_v_receipt as
select t.venue_id, s.till, t.receipt_number, 'topUp' as subject, t.id as subject_id
  from card_top_up t join shift_v_shift s on s.id = t.shift_id
union all
select c.venue_id, s.till, c.fee_receipt_number, 'fee', c.id
  from card c
  join ledger_v_posting p on p.id = c.fee_posting_id
  join shift_v_shift s on s.id = p.shift_id
 where c.fee_receipt_number is not null;

-- The accounts that cards may have by the terms of their programme, and those they must have.
create view card_v_account_holder as
select c.id as holder_id, left(c.number, 4) || ' **** **** ' || right(c.number, 4) as label, '/cards/' || c.number as page,
       terms.account_kind, terms.required
  from card c
  join (select t.programme_id, part.account_kind, bool_and(part.told) as required, bool_or(part.told) as allowed
          from card_programme_terms t
          cross join lateral (values ('PRINCIPAL', jsonb_typeof(t.terms -> 'storedValue') is not distinct from 'object'),
                                     ('BONUS', jsonb_typeof(t.terms -> 'storedValue') is not distinct from 'object'),
                                     ('POINTS', jsonb_typeof(t.terms -> 'points') is not distinct from 'object'))
                     as part (account_kind, told)
         group by 1, 2) terms on terms.programme_id = c.programme_id and terms.allowed;

-- Only points whose time has ended expire.
create view card_v_wrong_expiry as
select 'posting' as subject, p.id as subject_id, p.reference::text as label, 'expiresOn' as detail,
       array[d.holder_id] as holders, '< ' || p.business_date as expected, coalesce(d.expires_on::text, '–') as found
  from ledger_v_posting p
  join ledger_v_draw d on d.posting_id = p.id
 where p.kind = 'POINTS_EXPIRY' and (d.expires_on >= p.business_date or d.expires_on is null);
