-- The books: accounts, postings and signed entries that sum to zero per unit and are only ever added to.

create sequence ledger_account_seq start with 1000 increment by 1;
create table ledger_account (
    id        bigint      not null,
    kind      varchar(20) not null,
    unit      varchar(10) not null,
    -- What holds the account, for example a card; house accounts have no holder and keep no balance row.
    holder_id bigint,
    balance   bigint,
    parked    boolean     not null default false,
    constraint ledger_account_pk primary key (id),
    constraint ledger_account_unit_known check (unit in ('CURRENCY', 'POINTS')),
    constraint ledger_account_kind_known check (kind in (
        'PRINCIPAL', 'BONUS', 'POINTS',
        'CASH', 'BANK_CARD', 'WECHAT', 'ALIPAY', 'ON_ACCOUNT', 'OTHER_TENDER', 'SALES', 'CARD_FEES', 'ROUNDING',
        'BONUS_EXPENSE', 'POINTS_EXPENSE', 'OPENING_BALANCE',
        'POINTS_EARNED', 'POINTS_REDEEMED', 'POINTS_EXPIRED', 'POINTS_OPENING')),
    constraint ledger_account_held_or_house check ((kind in ('PRINCIPAL', 'BONUS', 'POINTS')) = (holder_id is not null)),
    constraint ledger_account_balance_if_held check ((holder_id is null) = (balance is null)),
    constraint ledger_account_never_negative check (balance >= 0)
) with (fillfactor = 80);
create unique index ledger_account_one_per_holder on ledger_account (holder_id, kind) where holder_id is not null;
create unique index ledger_account_one_house on ledger_account (kind) where holder_id is null;

insert into ledger_account (id, kind, unit) values
    (1, 'CASH', 'CURRENCY'), (2, 'BANK_CARD', 'CURRENCY'), (3, 'WECHAT', 'CURRENCY'), (4, 'ALIPAY', 'CURRENCY'),
    (5, 'ON_ACCOUNT', 'CURRENCY'), (6, 'OTHER_TENDER', 'CURRENCY'), (7, 'SALES', 'CURRENCY'),
    (8, 'CARD_FEES', 'CURRENCY'), (9, 'ROUNDING', 'CURRENCY'), (10, 'BONUS_EXPENSE', 'CURRENCY'),
    (11, 'POINTS_EXPENSE', 'CURRENCY'), (12, 'OPENING_BALANCE', 'CURRENCY'),
    (21, 'POINTS_EARNED', 'POINTS'), (22, 'POINTS_REDEEMED', 'POINTS'), (23, 'POINTS_EXPIRED', 'POINTS'),
    (24, 'POINTS_OPENING', 'POINTS');

create table ledger_posting (
    id                  bigint generated always as identity,
    kind                varchar(20)  not null,
    reference           varchar(200) not null,
    venue_id            bigint       not null,
    business_date       date         not null,
    at                  timestamptz  not null,
    actor_key           varchar(60)  not null,
    actor_name          varchar(200) not null,
    -- The till's shift; shifts are kept on the same floor, so there is no foreign key.
    shift_id            bigint,
    -- A posting that takes back another one whole, at most one per original.
    reverses_posting_id bigint,
    -- A posting that gives back a part of another one.
    refunds_posting_id  bigint,
    made_in             xid8         not null default pg_current_xact_id(),
    constraint ledger_posting_pk primary key (id),
    constraint ledger_posting_kind_known check (kind in
        ('TOP_UP', 'CARD_FEE', 'BILL', 'BILL_REFUND', 'POINTS_EXPIRY', 'OPENING')),
    constraint ledger_posting_venue_fk foreign key (venue_id) references venue (id),
    constraint ledger_posting_reverses_fk foreign key (reverses_posting_id) references ledger_posting (id),
    constraint ledger_posting_reversed_once unique (reverses_posting_id),
    constraint ledger_posting_refunds_fk foreign key (refunds_posting_id) references ledger_posting (id)
);
create index ledger_posting_refunds on ledger_posting (refunds_posting_id) where refunds_posting_id is not null;
create index ledger_posting_by_day on ledger_posting (business_date, venue_id);
create index ledger_posting_by_shift on ledger_posting (shift_id) where shift_id is not null;

-- That the account of an entry exists is checked by the law of the entries, once per statement and without a lock: the
-- house's accounts are in every posting, and a key lock on them would make all tills queue.
create table ledger_entry (
    id            bigint generated always as identity,
    posting_id    bigint       not null,
    account_id    bigint       not null,
    amount        bigint       not null,
    balance_after bigint,
    explanation   varchar(500) not null default '',
    constraint ledger_entry_pk primary key (id),
    constraint ledger_entry_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint ledger_entry_moves_something check (amount <> 0),
    constraint ledger_entry_balance_never_negative check (balance_after >= 0)
);
create index ledger_entry_by_posting on ledger_entry (posting_id);
create index ledger_entry_by_account on ledger_entry (account_id, id);

-- Value that came in at one time under one rule: a top-up (principal and bonus) or earned points.
create table ledger_lot (
    id               bigint generated always as identity,
    posting_id       bigint       not null,
    account_id       bigint       not null,
    bonus_account_id bigint,
    amount           bigint       not null,
    bonus            bigint       not null default 0,
    amount_left      bigint       not null,
    bonus_left       bigint       not null default 0,
    rule             varchar(500) not null,
    earned_on        date         not null,
    usable_from      date         not null,
    expires_on       date,
    constraint ledger_lot_pk primary key (id),
    constraint ledger_lot_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint ledger_lot_account_fk foreign key (account_id) references ledger_account (id),
    constraint ledger_lot_bonus_account_fk foreign key (bonus_account_id) references ledger_account (id),
    constraint ledger_lot_amount_left_bounds check (amount_left between 0 and amount),
    constraint ledger_lot_bonus_left_bounds check (bonus_left between 0 and bonus),
    constraint ledger_lot_holds_something check (amount + bonus > 0),
    constraint ledger_lot_bonus_has_account check (bonus = 0 or bonus_account_id is not null)
) with (fillfactor = 80);
create index ledger_lot_by_account on ledger_lot (account_id, id);
create index ledger_lot_by_bonus_account on ledger_lot (bonus_account_id) where bonus_account_id is not null;
create index ledger_lot_by_posting on ledger_lot (posting_id);

-- What a posting took out of a lot; negative when it gave back. The list value is what the guest consumed for it.
create table ledger_draw (
    id         bigint generated always as identity,
    posting_id bigint not null,
    lot_id     bigint not null,
    amount     bigint not null,
    bonus      bigint not null default 0,
    list_value bigint not null default 0,
    constraint ledger_draw_pk primary key (id),
    constraint ledger_draw_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint ledger_draw_lot_fk foreign key (lot_id) references ledger_lot (id),
    constraint ledger_draw_moves_something check (amount <> 0 or bonus <> 0)
);
create index ledger_draw_by_posting on ledger_draw (posting_id);
create index ledger_draw_by_lot on ledger_draw (lot_id);

-- The laws of the books, kept by the database itself, whoever writes.

-- 1. A posting belongs to the transaction that made it, and only that one adds its entries and draws.
create function ledger_posting_stamp() returns trigger language plpgsql as $$
begin
    new.made_in := pg_current_xact_id();
    return new;
end $$;
create trigger ledger_posting_stamped before insert on ledger_posting
    for each row execute function ledger_posting_stamp();
alter table ledger_posting enable always trigger ledger_posting_stamped;

-- 2. The entries that one statement adds to a posting sum to zero in each unit, so at no time is a posting lopsided; their
-- accounts exist. (Accounts are never removed, law 4, so no lock on them is needed.) The look-ups are written so that
-- they go by the keys however large the books grow.
create function ledger_entries_lawful() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    wrong record;
begin
    select posting_id, bool_and(open) as open, bool_and(unit is not null) as known,
           coalesce(sum(amount) filter (where unit = 'CURRENCY'), 0) as currency,
           coalesce(sum(amount) filter (where unit = 'POINTS'), 0) as points
      into wrong
      from (select a.posting_id, a.amount,
                   (select b.unit from ledger_account b where b.id = a.account_id) as unit,
                   coalesce((select p.made_in = pg_current_xact_id() from ledger_posting p where p.id = a.posting_id),
                            false) as open
              from added a) entry
     group by posting_id
    having not bool_and(open) or not bool_and(unit is not null)
        or coalesce(sum(amount) filter (where unit = 'CURRENCY'), 0) <> 0
        or coalesce(sum(amount) filter (where unit = 'POINTS'), 0) <> 0
     limit 1;
    if not found then
        return null;
    elsif not wrong.open then
        raise exception 'posting % is closed: nothing can be added to it', wrong.posting_id
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_closed_posting';
    elsif not wrong.known then
        raise exception 'posting % has an entry on an account that does not exist', wrong.posting_id
            using errcode = 'foreign_key_violation', constraint = 'ledger_entry_account_exists';
    else
        raise exception 'posting % does not sum to zero: currency %, points %', wrong.posting_id, wrong.currency, wrong.points
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_posting_sums_to_zero';
    end if;
end $$;
create trigger ledger_entry_lawful after insert on ledger_entry
    referencing new table as added for each statement execute function ledger_entries_lawful();
alter table ledger_entry enable always trigger ledger_entry_lawful;

create function ledger_draws_lawful() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    closed bigint;
begin
    select posting_id into closed
      from (select a.posting_id,
                   coalesce((select p.made_in = pg_current_xact_id() from ledger_posting p where p.id = a.posting_id),
                            false) as open
              from added a) draw
     where not open limit 1;
    if found then
        raise exception 'posting % is closed: nothing can be added to it', closed
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_closed_posting';
    end if;
    return null;
end $$;
create trigger ledger_draw_lawful after insert on ledger_draw
    referencing new table as added for each statement execute function ledger_draws_lawful();
alter table ledger_draw enable always trigger ledger_draw_lawful;

-- There is no posting without entries. Checked when the transaction commits.
create function ledger_posting_moves_something() returns trigger language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
    if not exists (select from ledger_entry e where e.posting_id = new.id) then
        raise exception 'posting % has no entries', new.id
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_posting_without_entries';
    end if;
    return null;
end $$;
create constraint trigger ledger_posting_complete after insert on ledger_posting
    deferrable initially deferred for each row execute function ledger_posting_moves_something();
alter table ledger_posting enable always trigger ledger_posting_complete;

-- 3. Nothing that was posted is ever changed or taken away.
create function ledger_insert_only() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: the ledger is only added to', tg_op, tg_table_name
        using errcode = 'insufficient_privilege', constraint = 'ledger_insert_only';
end $$;
create trigger ledger_posting_kept before update or delete on ledger_posting
    for each row execute function ledger_insert_only();
create trigger ledger_posting_not_emptied before truncate on ledger_posting
    for each statement execute function ledger_insert_only();
create trigger ledger_entry_kept before update or delete on ledger_entry
    for each row execute function ledger_insert_only();
create trigger ledger_entry_not_emptied before truncate on ledger_entry
    for each statement execute function ledger_insert_only();
create trigger ledger_draw_kept before update or delete on ledger_draw
    for each row execute function ledger_insert_only();
create trigger ledger_draw_not_emptied before truncate on ledger_draw
    for each statement execute function ledger_insert_only();
alter table ledger_posting enable always trigger ledger_posting_kept;
alter table ledger_posting enable always trigger ledger_posting_not_emptied;
alter table ledger_entry enable always trigger ledger_entry_kept;
alter table ledger_entry enable always trigger ledger_entry_not_emptied;
alter table ledger_draw enable always trigger ledger_draw_kept;
alter table ledger_draw enable always trigger ledger_draw_not_emptied;

-- 4. An account and a lot stay what they were opened as; only what is on them and in them changes.
create function ledger_account_identity() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.kind, new.unit, new.holder_id)
            is distinct from (old.id, old.kind, old.unit, old.holder_id) then
        raise exception 'account % cannot be changed or removed', old.id
            using errcode = 'insufficient_privilege', constraint = 'ledger_account_stays';
    end if;
    return new;
end $$;
create trigger ledger_account_stays before update of id, kind, unit, holder_id or delete on ledger_account
    for each row execute function ledger_account_identity();
alter table ledger_account enable always trigger ledger_account_stays;

create function ledger_lot_identity() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.posting_id, new.account_id, new.bonus_account_id, new.amount, new.bonus)
            is distinct from (old.id, old.posting_id, old.account_id, old.bonus_account_id, old.amount, old.bonus) then
        raise exception 'lot % cannot be changed or removed', old.id
            using errcode = 'insufficient_privilege', constraint = 'ledger_lot_stays';
    end if;
    return new;
end $$;
create trigger ledger_lot_stays
    before update of id, posting_id, account_id, bonus_account_id, amount, bonus or delete on ledger_lot
    for each row execute function ledger_lot_identity();
alter table ledger_lot enable always trigger ledger_lot_stays;

-- Receipt numbers per till, and the results of verifying the books.
create table ledger_receipt_counter (
    venue_id    bigint      not null,
    till        varchar(60) not null,
    last_number bigint      not null,
    constraint ledger_receipt_counter_pk primary key (venue_id, till),
    constraint ledger_receipt_counter_venue_fk foreign key (venue_id) references venue (id),
    constraint ledger_receipt_counter_counts check (last_number > 0)
) with (fillfactor = 50);

-- The next receipt number of a till. The row stays locked until the transaction ends: taken last, by whoever prints it.
create function ledger_next_receipt(of_venue bigint, of_till varchar, venue_code varchar) returns text
language plpgsql as $$
declare
    number bigint;
begin
    insert into ledger_receipt_counter as c (venue_id, till, last_number) values (of_venue, of_till, 1)
    on conflict on constraint ledger_receipt_counter_pk do update set last_number = c.last_number + 1
    returning last_number into number;
    return venue_code || '-' || of_till || '-'
        || case when number < 1000000 then lpad(number::text, 6, '0') else number::text end;
end $$;

create table ledger_verification (
    id                  bigint generated always as identity,
    at                  timestamptz not null,
    ok                  boolean     not null,
    postings            bigint      not null,
    accounts            bigint      not null,
    unbalanced_postings bigint      not null,
    balance_mismatches  bigint      not null,
    lot_mismatches      bigint      not null,
    negative_balances   bigint      not null,
    other_findings      bigint      not null,
    accounts_parked     bigint      not null,
    constraint ledger_verification_pk primary key (id)
);

-- Published: what is held for whom, and when and where a posting was made, for the dashboards.
create view ledger_v_balance as
select holder_id, kind, balance from ledger_account where holder_id is not null;
