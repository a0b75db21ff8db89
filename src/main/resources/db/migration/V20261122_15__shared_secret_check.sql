-- Tells whether the installation's secret is the one this database was written with; the secret cannot be read from it.
create table shared_secret_check (
    only_one    boolean     not null default true,
    fingerprint bytea       not null,
    since       timestamptz not null,
    constraint shared_secret_check_pk primary key (only_one),
    constraint shared_secret_check_only_one check (only_one)
);
