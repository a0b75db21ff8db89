-- A top-up that was taken back within its shift, or of which what was left was paid out.

create sequence card_top_up_reversal_seq increment by 1;
create table card_top_up_reversal (
    id                    bigint       not null,
    top_up_id             bigint       not null,
    kind                  varchar(10)  not null,
    -- Whose wish or fault it was, which decides the rule; a top-up that is taken back has none.
    cause                 varchar(10),
    -- The card that held the value by then.
    card_id               bigint       not null,
    posting_id            bigint       not null,
    venue_id              bigint       not null,
    shift_id              bigint       not null,
    tender                varchar(20)  not null,
    -- What had been consumed of it: from the balance, and at list prices.
    consumed_minor        bigint       not null,
    list_minor            bigint       not null,
    refunded_before_minor bigint       not null,
    principal_minor       bigint       not null,
    bonus_minor           bigint       not null,
    refund_minor          bigint       not null,
    principal_kept_minor  bigint       not null,
    bonus_cancelled_minor bigint       not null,
    balance_before_minor  bigint       not null,
    balance_after_minor   bigint       not null,
    at                    timestamptz  not null,
    done_by_key           varchar(60)  not null,
    done_by_name          varchar(200) not null,
    approved_by_key       varchar(60),
    approved_by_name      varchar(200),
    constraint card_top_up_reversal_pk primary key (id),
    constraint card_top_up_reversal_top_up_fk foreign key (top_up_id) references card_top_up (id),
    constraint card_top_up_reversal_card_fk foreign key (card_id) references card (id),
    constraint card_top_up_reversal_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint card_top_up_reversal_posting_once unique (posting_id),
    constraint card_top_up_reversal_venue_fk foreign key (venue_id) references venue (id),
    constraint card_top_up_reversal_shift_fk foreign key (shift_id) references shift (id),
    constraint card_top_up_reversal_kind_known check (kind in ('REFUND', 'VOID')),
    constraint card_top_up_reversal_cause_known check (cause in ('BUSINESS', 'CUSTOMER')),
    constraint card_top_up_reversal_cause_of_refund check ((kind = 'REFUND') = (cause is not null)),
    constraint card_top_up_reversal_not_to_stored_value check (tender <> 'STORED_VALUE'),
    constraint card_top_up_reversal_adds_up check (
        principal_minor >= 0 and bonus_minor >= 0 and refund_minor >= 0 and principal_kept_minor >= 0
        and bonus_cancelled_minor >= 0 and principal_minor + bonus_minor > 0
        and principal_minor + bonus_minor = refund_minor + principal_kept_minor + bonus_cancelled_minor
        and balance_after_minor = balance_before_minor - principal_minor - bonus_minor),
    constraint card_top_up_reversal_approved_by_another check (
        approved_by_key <> done_by_key and (approved_by_key is null) = (approved_by_name is null))
);
create index card_top_up_reversal_by_top_up on card_top_up_reversal (top_up_id, id);
create index card_top_up_reversal_by_shift on card_top_up_reversal (shift_id);
create unique index card_top_up_voided_once on card_top_up_reversal (top_up_id) where kind = 'VOID';

-- Published: what was paid out again, for the shifts and the dashboards.
create view card_v_top_up_reversal as
select r.id, r.top_up_id, r.kind, r.card_id, r.posting_id, r.venue_id, r.shift_id, r.tender, r.refund_minor,
       r.principal_minor, r.bonus_minor, r.at
  from card_top_up_reversal r;

-- What goes back counts against what came in.
create or replace view card_v_top_up as
select u.id, u.card_id, c.number as card_number, c.customer_id, u.posting_id, u.venue_id, u.tender, u.principal_minor,
       u.bonus_minor, u.receipt_number, u.at
  from card_top_up u join card c on c.id = u.card_id
union all
select u.id, r.card_id, c.number, c.customer_id, r.posting_id, r.venue_id, r.tender, -r.refund_minor,
       -r.bonus_cancelled_minor, u.receipt_number, r.at
  from card_top_up_reversal r join card_top_up u on u.id = r.top_up_id join card c on c.id = r.card_id;

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
  from card_replacement r join card s on s.id = r.successor_id
union all
select r.posting_id, 'TOP_UP_' || r.kind, 'topUpReversal'::text, r.id, t.receipt_number::text, t.receipt_number::text,
       r.venue_id, r.shift_id, null::date, null::bigint, true
  from card_top_up_reversal r join card_top_up t on t.id = r.top_up_id;

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
  from card_replacement r where r.posting_id is not null
union all
select r.posting_id, 'topUpReversal'::text, r.id,
       row(r.id, r.top_up_id, r.kind, r.cause, r.card_id, r.venue_id, r.shift_id, r.tender, r.consumed_minor, r.list_minor,
           r.refunded_before_minor, r.principal_minor, r.bonus_minor, r.refund_minor, r.principal_kept_minor,
           r.bonus_cancelled_minor, r.balance_before_minor, r.balance_after_minor, extract(epoch from r.at), r.done_by_key,
           r.done_by_name, r.approved_by_key, r.approved_by_name)::text
  from card_top_up_reversal r;

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
 where r.posting_id is not null and part.amount <> 0
union all
select r.posting_id, part.account_kind, part.holder_id, part.amount
  from card_top_up_reversal r
  cross join lateral (values ('PRINCIPAL', r.card_id, -r.principal_minor),
                             ('BONUS', r.card_id, -r.bonus_minor),
                             (ledger_tender_account(r.tender), null, r.refund_minor),
                             ('SALES', null, r.principal_kept_minor),
                             ('BONUS_EXPENSE', null, r.bonus_cancelled_minor)) as part (account_kind, holder_id, amount)
 where part.amount <> 0;

-- Of a top-up no more is paid out than was paid in; what takes it back takes it back whole, and says so in the books.
create view card_v_wrong_reversal as
select 'topUp' as subject, t.id as subject_id, t.receipt_number::text as label, 'refunded' as detail,
       ledger_holders(t.posting_id) as holders, '<= ' || t.principal_minor as expected, r.refunded::text as found
  from (select top_up_id, sum(refund_minor) as refunded from card_top_up_reversal group by 1) r
  join card_top_up t on t.id = r.top_up_id
 where r.refunded > t.principal_minor
union all
select 'topUpReversal', r.id, t.receipt_number, part.detail, ledger_holders(r.posting_id), part.expected, coalesce(part.found, '–')
  from card_top_up_reversal r
  join card_top_up t on t.id = r.top_up_id
  left join ledger_v_posting p on p.id = r.posting_id
  cross join lateral (values ('reverses', case r.kind when 'VOID' then t.posting_id::text else '–' end,
                              coalesce(p.reverses_posting_id::text, '–')),
                             ('whole', case r.kind when 'VOID' then t.principal_minor || ' ' || t.bonus_minor end,
                              case r.kind when 'VOID' then r.refund_minor || ' ' || r.bonus_cancelled_minor end),
                             ('tender', case r.kind when 'VOID' then t.tender end::text,
                              case r.kind when 'VOID' then r.tender end::text),
                             ('shift', case r.kind when 'VOID' then t.shift_id end::text,
                              case r.kind when 'VOID' then r.shift_id end::text)) as part (detail, expected, found)
 where part.expected is distinct from part.found;
