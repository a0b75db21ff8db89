-- Cards, their PINs and their top-ups. What is on a card is in the ledger, held by the card's id.
create sequence card_seq increment by 1;
create table card (
    id                 bigint       not null,
    number             char(16)     not null,
    programme_id       bigint       not null,
    customer_id        bigint       not null,
    venue_id           bigint       not null,
    status             varchar(10)  not null,
    member_price_until date,
    issued_at          timestamptz  not null,
    issued_by          varchar(200) not null,
    fee                bigint       not null default 0,
    fee_tender         varchar(20),
    fee_posting_id     bigint,
    fee_receipt_number varchar(120),
    constraint card_pk primary key (id),
    constraint card_number_unique unique (number),
    constraint card_number_form check (number ~ '^[0-9]{16}$'),
    constraint card_programme_fk foreign key (programme_id) references card_programme (id),
    constraint card_customer_fk foreign key (customer_id) references customer (id),
    constraint card_venue_fk foreign key (venue_id) references venue (id),
    constraint card_fee_posting_fk foreign key (fee_posting_id) references ledger_posting (id),
    constraint card_fee_paid check ((fee > 0) = (fee_posting_id is not null) and fee >= 0),
    constraint card_status_known check (status in ('ACTIVE', 'FROZEN', 'LOST', 'REPLACED', 'CLOSED'))
);
create index card_by_customer on card (customer_id, id);
create index card_by_last_digits on card (right(number, 4));

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
    id             bigint       not null,
    card_id        bigint       not null,
    posting_id     bigint       not null,
    venue_id       bigint       not null,
    shift_id       bigint       not null,
    tender         varchar(20)  not null,
    principal      bigint       not null,
    bonus          bigint       not null,
    balance_before bigint       not null,
    balance_after  bigint       not null,
    receipt_number varchar(120) not null,
    at             timestamptz  not null,
    done_by        varchar(200) not null,
    constraint card_top_up_pk primary key (id),
    constraint card_top_up_card_fk foreign key (card_id) references card (id),
    constraint card_top_up_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint card_top_up_posting_once unique (posting_id),
    constraint card_top_up_venue_fk foreign key (venue_id) references venue (id),
    constraint card_top_up_shift_fk foreign key (shift_id) references shift (id),
    constraint card_top_up_receipt_once unique (receipt_number),
    constraint card_top_up_adds_up check (principal > 0 and bonus >= 0 and balance_after = balance_before + principal + bonus),
    constraint card_top_up_not_from_stored_value check (tender <> 'STORED_VALUE')
);
create index card_top_up_by_card on card_top_up (card_id, id);
create index card_top_up_by_shift on card_top_up (shift_id);
