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
    accounts_parked     bigint      not null,
    constraint ledger_verification_pk primary key (id)
);
