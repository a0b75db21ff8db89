-- A lost card is replaced: what was on it moved to another one, its PIN with it.

create sequence card_replacement_seq increment by 1;
create table card_replacement (
    id              bigint       not null,
    card_id         bigint       not null,
    successor_id    bigint       not null,
    venue_id        bigint       not null,
    -- Null when there was nothing on the card.
    posting_id      bigint,
    principal_minor bigint       not null,
    bonus_minor     bigint       not null,
    points          bigint       not null,
    at              timestamptz  not null,
    done_by_key     varchar(60)  not null,
    done_by_name    varchar(200) not null,
    -- The second person, where one was needed.
    approved_by_key  varchar(60),
    approved_by_name varchar(200),
    constraint card_replacement_pk primary key (id),
    constraint card_replacement_card_fk foreign key (card_id) references card (id),
    constraint card_replacement_card_once unique (card_id),
    constraint card_replacement_successor_fk foreign key (successor_id) references card (id),
    constraint card_replacement_successor_once unique (successor_id),
    constraint card_replacement_by_other check (successor_id <> card_id),
    constraint card_replacement_venue_fk foreign key (venue_id) references venue (id),
    constraint card_replacement_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint card_replacement_posting_once unique (posting_id),
    constraint card_replacement_moves_something check (
        (posting_id is not null) = (principal_minor + bonus_minor + points > 0)
        and principal_minor >= 0 and bonus_minor >= 0 and points >= 0),
    constraint card_replacement_approved_by_another check (
        approved_by_key <> done_by_key and (approved_by_key is null) = (approved_by_name is null))
);

-- A PIN is kept as a MAC over the card's id and the digits: one that moved to another card is checked as that of the first.
alter table card_pin add column keyed_as bigint;

create or replace view card_v_posting_cause as
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
  from ledger_v_posting p where p.kind = 'POINTS_EXPIRY'
union all
select r.posting_id, 'CARD_REPLACEMENT'::text, 'replacement'::text, r.id,
       left(s.number, 4) || ' **** **** ' || right(s.number, 4), left(s.number, 4) || ' **** **** ' || right(s.number, 4),
       r.venue_id, null::bigint, null::date, null::bigint, r.principal_minor + r.bonus_minor + r.points <> 0
  from card_replacement r join card s on s.id = r.successor_id;

create or replace view card_v_posting_content as
select t.posting_id, 'topUp'::text as cause, t.id as cause_id,
       row(t.id, t.card_id, t.venue_id, t.shift_id, t.tender, t.principal_minor, t.bonus_minor, t.balance_before_minor,
           t.balance_after_minor, t.receipt_number, extract(epoch from t.at), t.done_by_key, t.done_by_name)::text as content
  from card_top_up t
union all
select c.fee_posting_id, 'fee'::text, c.id,
       row(c.id, c.venue_id, c.fee_minor, c.fee_tender, c.fee_receipt_number, extract(epoch from c.issued_at))::text
  from card c where c.fee_posting_id is not null
union all
select r.posting_id, 'replacement'::text, r.id,
       row(r.id, r.card_id, r.successor_id, r.venue_id, r.principal_minor, r.bonus_minor, r.points, extract(epoch from r.at),
           r.done_by_key, r.done_by_name, r.approved_by_key, r.approved_by_name)::text
  from card_replacement r where r.posting_id is not null;

create or replace view card_v_posting_claim as
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
                             ('POINTS_EXPIRED', null, d.amount)) as part (account_kind, holder_id, amount)
union all
select r.posting_id, part.account_kind, part.holder_id, part.amount
  from card_replacement r
  cross join lateral (values ('PRINCIPAL', r.card_id, -r.principal_minor), ('PRINCIPAL', r.successor_id, r.principal_minor),
                             ('BONUS', r.card_id, -r.bonus_minor), ('BONUS', r.successor_id, r.bonus_minor),
                             ('POINTS', r.card_id, -r.points), ('POINTS', r.successor_id, r.points))
             as part (account_kind, holder_id, amount)
 where r.posting_id is not null and part.amount <> 0;

-- A card says that it was replaced by exactly the one that took its place, which is of the same guest and programme.
create view card_v_wrong_replacement as
select 'card' as subject, c.id as subject_id, left(c.number, 4) || ' **** **** ' || right(c.number, 4) as label, part.detail,
       array[c.id] as holders, coalesce(part.expected, '–') as expected, coalesce(part.found, '–') as found
  from card c
  left join card_replacement r on r.card_id = c.id
  left join card s on s.id = c.replaced_by_id
  cross join lateral (values ('successor', r.successor_id::text, c.replaced_by_id::text),
                             ('replaced', (r.id is not null)::text, (c.status = 'REPLACED')::text),
                             ('customer', case when s.id is not null then c.customer_id end::text, s.customer_id::text),
                             ('programme', case when s.id is not null then c.programme_id end::text, s.programme_id::text))
             as part (detail, expected, found)
 where (c.replaced_by_id is not null or r.id is not null or c.status = 'REPLACED')
   and part.expected is distinct from part.found;
