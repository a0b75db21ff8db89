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
