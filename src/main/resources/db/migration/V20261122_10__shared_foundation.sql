-- What every module stands on: extensions, sessions, the event outbox and the lock table of scheduled work.
create extension if not exists pg_trgm;

create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);

create table event_publication (
    id                     uuid        not null,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz,
    constraint event_publication_pk primary key (id)
);
create index event_publication_by_completion on event_publication (completion_date);
create index event_publication_serialized_hash on event_publication using hash (serialized_event);

-- Tells whether the installation's secret is the one this database was written with; the secret cannot be read from it.
create table shared_secret_check (
    only_one    boolean     not null default true,
    fingerprint bytea       not null,
    since       timestamptz not null,
    constraint shared_secret_check_pk primary key (only_one),
    constraint shared_secret_check_only_one check (only_one)
);
