-- The log of contacts with guests. An entry is edited by its author for half an hour and corrected by another one later.
create sequence contact_entry_seq increment by 50;
create table contact_entry (
    id                bigint        not null,
    customer_id       bigint        not null,
    channel           varchar(10)   not null,
    direction         varchar(3)    not null,
    occurred_at       timestamptz   not null,
    said              varchar(4000) not null,
    outcome           varchar(500)  not null default '',
    next_step         varchar(500)  not null default '',
    next_on           date,
    -- Who does the step, at first the author; nobody when they left and no colleague was named.
    next_for_key      varchar(60),
    next_for_name     varchar(200),
    next_done_at      timestamptz,
    next_done_by_key  varchar(60),
    next_done_by_name varchar(200),
    logged_by_key     varchar(60)   not null,
    logged_by_name    varchar(200)  not null,
    logged_at         timestamptz   not null,
    corrects_id       bigint,
    version           int           not null,
    constraint contact_entry_pk primary key (id),
    constraint contact_entry_customer_fk foreign key (customer_id) references customer (id),
    constraint contact_entry_corrects_fk foreign key (corrects_id) references contact_entry (id),
    constraint contact_entry_corrected_once unique (corrects_id),
    constraint contact_entry_channel check (channel in ('CALL', 'SMS', 'EMAIL', 'LETTER', 'VISIT')),
    constraint contact_entry_direction check (direction in ('IN', 'OUT')),
    constraint contact_entry_said check (said <> ''),
    constraint contact_entry_next_on_needs_step check (next_on is null or next_step <> ''),
    constraint contact_entry_next_for_somebody check ((next_for_key is null) = (next_for_name is null)),
    constraint contact_entry_done_needs_step check (next_done_at is null or next_step <> ''),
    constraint contact_entry_done_by_somebody
        check ((next_done_at is null) = (next_done_by_key is null) and (next_done_at is null) = (next_done_by_name is null))
);
create index contact_entry_by_customer on contact_entry (customer_id, occurred_at desc, id desc);
create index contact_entry_by_time on contact_entry (occurred_at desc, id desc);
create index contact_entry_by_author on contact_entry (logged_by_key, occurred_at desc);
create index contact_entry_open_steps on contact_entry (next_for_key, next_on)
    where next_step <> '' and next_done_at is null;
