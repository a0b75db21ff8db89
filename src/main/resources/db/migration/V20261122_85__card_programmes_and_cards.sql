-- Card programmes: the rules under which cards are issued. Their terms are one value in the shape it names, by version.
create sequence card_programme_seq increment by 50;
create table card_programme (
    id              bigint       not null,
    code            varchar(40)  not null,
    name            varchar(200) not null,
    created_at      timestamptz  not null,
    created_by_key  varchar(60)  not null,
    created_by_name varchar(200) not null,
    version         int          not null,
    constraint card_programme_pk primary key (id),
    constraint card_programme_code_unique unique (code)
);

create table card_programme_terms (
    programme_id bigint       not null,
    version      int          not null,
    valid_from   date         not null,
    terms        jsonb        not null,
    set_at       timestamptz  not null,
    set_by_key   varchar(60)  not null,
    set_by_name  varchar(200) not null,
    constraint card_programme_terms_pk primary key (programme_id, version),
    constraint card_programme_terms_programme_fk foreign key (programme_id) references card_programme (id),
    constraint card_programme_terms_version_counted check (version >= 1),
    constraint card_programme_terms_shaped check (coalesce(terms ->> 'shape', '') ~ '^programme-terms/[0-9]+$')
);

-- Cards, their PINs and their top-ups. What is on a card is in the ledger, held by the card's id.
create sequence card_seq increment by 50;
create table card (
    id                 bigint       not null,
    number             varchar(16)  not null,
    programme_id       bigint       not null,
    customer_id        bigint       not null,
    venue_id           bigint       not null,
    status             varchar(10)  not null,
    member_price_until date,
    fee_minor          bigint       not null,
    fee_tender         varchar(20),
    fee_posting_id     bigint,
    fee_receipt_number varchar(120),
    replaced_by_id     bigint,
    issued_at          timestamptz  not null,
    issued_by_key      varchar(60)  not null,
    issued_by_name     varchar(200) not null,
    version            int          not null,
    constraint card_pk primary key (id),
    constraint card_number_unique unique (number),
    constraint card_number_form check (number ~ '^[0-9]{16}$'),
    constraint card_programme_fk foreign key (programme_id) references card_programme (id),
    constraint card_customer_fk foreign key (customer_id) references customer (id),
    constraint card_venue_fk foreign key (venue_id) references venue (id),
    constraint card_fee_posting_fk foreign key (fee_posting_id) references ledger_posting (id),
    constraint card_fee_paid check ((fee_minor > 0) = (fee_posting_id is not null) and fee_minor >= 0),
    constraint card_fee_told check (
        (fee_posting_id is null) = (fee_tender is null) and (fee_posting_id is null) = (fee_receipt_number is null)),
    constraint card_fee_not_from_stored_value check (fee_tender <> 'STORED_VALUE'),
    constraint card_status_known check (status in ('ACTIVE', 'FROZEN', 'LOST', 'REPLACED', 'CLOSED')),
    constraint card_replaced_by_fk foreign key (replaced_by_id) references card (id),
    constraint card_replaced_by_other check ((status = 'REPLACED') = (replaced_by_id is not null) and replaced_by_id <> id)
);
create index card_by_customer on card (customer_id, id);
create index card_by_last_digits on card (right(number, 4));

-- The life of a card: every change of its state with who did it, and of its PIN without the PIN.
create sequence card_event_seq increment by 50;
create table card_event (
    id         bigint       not null,
    card_id    bigint       not null,
    kind       varchar(20)  not null,
    status     varchar(10)  not null,
    at         timestamptz  not null,
    actor_key  varchar(60)  not null,
    actor_name varchar(200) not null,
    constraint card_event_pk primary key (id),
    constraint card_event_card_fk foreign key (card_id) references card (id),
    constraint card_event_kind_known check (
        kind in ('ISSUED', 'FROZEN', 'UNFROZEN', 'REPORTED_LOST', 'REPLACED', 'CLOSED', 'PIN_CHANGED')),
    constraint card_event_status_known check (status in ('ACTIVE', 'FROZEN', 'LOST', 'REPLACED', 'CLOSED'))
);
create index card_event_by_card on card_event (card_id, id);

create table card_pin (
    card_id  bigint      not null,
    mac      bytea       not null,
    failures int         not null default 0,
    set_at   timestamptz not null,
    constraint card_pin_pk primary key (card_id),
    constraint card_pin_card_fk foreign key (card_id) references card (id),
    constraint card_pin_failures_bounds check (failures between 0 and 5)
);

create sequence card_top_up_seq increment by 1;
create table card_top_up (
    id                   bigint       not null,
    card_id              bigint       not null,
    posting_id           bigint       not null,
    venue_id             bigint       not null,
    shift_id             bigint       not null,
    tender               varchar(20)  not null,
    principal_minor      bigint       not null,
    bonus_minor          bigint       not null,
    balance_before_minor bigint       not null,
    balance_after_minor  bigint       not null,
    receipt_number       varchar(120) not null,
    at                   timestamptz  not null,
    done_by_key          varchar(60)  not null,
    done_by_name         varchar(200) not null,
    constraint card_top_up_pk primary key (id),
    constraint card_top_up_card_fk foreign key (card_id) references card (id),
    constraint card_top_up_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint card_top_up_posting_once unique (posting_id),
    constraint card_top_up_venue_fk foreign key (venue_id) references venue (id),
    constraint card_top_up_shift_fk foreign key (shift_id) references shift (id),
    constraint card_top_up_receipt_once unique (receipt_number),
    constraint card_top_up_adds_up check (
        principal_minor > 0 and bonus_minor >= 0
        and balance_after_minor = balance_before_minor + principal_minor + bonus_minor),
    constraint card_top_up_not_from_stored_value check (tender <> 'STORED_VALUE')
);
create index card_top_up_by_card on card_top_up (card_id, id);
create index card_top_up_by_shift on card_top_up (shift_id);

-- Published: cards and what was topped up, for the dashboards.
create view card_v_card as
select id, number, customer_id, status from card;
create view card_v_top_up as
select u.id, u.card_id, c.number as card_number, c.customer_id, u.posting_id, u.venue_id, u.tender, u.principal_minor,
       u.bonus_minor, u.receipt_number, u.at
  from card_top_up u join card c on c.id = u.card_id;
