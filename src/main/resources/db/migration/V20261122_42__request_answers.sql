-- What once-only requests were answered with, kept by actor and idempotency key exactly as it was sent.
create table request_answer (
    actor_key    varchar(60)  not null,
    key          varchar(255) not null,
    operation    varchar(60)  not null,
    payload_hash bytea        not null,
    at           timestamptz  not null,
    status       smallint     not null,
    body         text         not null,
    -- What came of it, for example the id of a bill; empty for a refusal.
    reference    varchar(80)  not null,
    -- The refusal in the stored shape refusal/1; null when the work was done.
    refusal      text,
    constraint request_answer_pk primary key (actor_key, key)
);
create index request_answer_by_time on request_answer using brin (at);

-- Stores the answer within the last statement of another module's work; false when the key was answered before.
create function request_answered(
    actor_key varchar, key varchar, operation varchar, payload_hash bytea, at timestamptz, status int, body text,
    reference varchar) returns boolean language plpgsql as $$
begin
    insert into request_answer as a (actor_key, key, operation, payload_hash, at, status, body, reference)
    values (actor_key, key, operation, payload_hash, at, status, body, reference)
    on conflict on constraint request_answer_pk do nothing;
    return found;
end $$;
