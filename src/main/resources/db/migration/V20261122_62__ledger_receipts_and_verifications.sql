-- Receipt numbers per till, and the results of verifying the books.
create table ledger_receipt_counter (
    venue_id    bigint      not null,
    till        varchar(60) not null,
    last_number bigint      not null,
    constraint ledger_receipt_counter_pk primary key (venue_id, till),
    constraint ledger_receipt_counter_venue_fk foreign key (venue_id) references venue (id),
    constraint ledger_receipt_counter_counts check (last_number > 0)
) with (fillfactor = 50);

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
    accounts_parked     bigint      not null,
    constraint ledger_verification_pk primary key (id)
);
