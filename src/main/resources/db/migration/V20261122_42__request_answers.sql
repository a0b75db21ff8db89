-- Answers kept by idempotency key.
create table request_answer (
    actor        varchar(60)  not null,
    key          varchar(255) not null,
    operation    varchar(60)  not null,
    payload_hash bytea        not null,
    at           timestamptz  not null,
    -- What was answered; null only while the transaction that claimed the key runs, which nobody else can see.
    answer       text,
    refused_code varchar(80),
    constraint request_answer_pk primary key (actor, key)
) with (fillfactor = 60);
create index request_answer_by_time on request_answer (at);
