-- Tickets: a guest's word, its owner, its state and its result; beside them what happened on each and the year's counter.
create table feedback_number (
    year int not null,
    last int not null,
    constraint feedback_number_pk primary key (year),
    constraint feedback_number_from_one check (last >= 1)
);

create sequence feedback_ticket_seq increment by 50;
create table feedback_ticket (
    id             bigint        not null,
    number         varchar(20)   not null,
    venue_id       bigint        not null,
    customer_id    bigint,
    guest_name     varchar(200),
    source         varchar(20)   not null,
    category       varchar(20)   not null,
    severity       varchar(10)   not null,
    product        varchar(200),
    occurred_on    date          not null,
    text           varchar(4000) not null,
    status         varchar(20)   not null,
    taken_at       timestamptz   not null,
    taken_by_key   varchar(60)   not null,
    taken_by_name  varchar(200)  not null,
    owner_key      varchar(60),
    owner_name     varchar(200),
    offered_key    varchar(60),
    offered_name   varchar(200),
    result         varchar(2000),
    solved_by_key  varchar(60),
    solved_by_name varchar(200),
    solved_at      timestamptz,
    version        int           not null,
    constraint feedback_ticket_pk primary key (id),
    constraint feedback_ticket_number_unique unique (number),
    constraint feedback_ticket_venue_fk foreign key (venue_id) references venue (id),
    constraint feedback_ticket_customer_fk foreign key (customer_id) references customer (id),
    constraint feedback_ticket_source check (source in ('VISIT_TO_CUSTOMER', 'CUSTOMER_CAME', 'LETTER_OR_CALL', 'OTHER')),
    constraint feedback_ticket_category
        check (category in ('QUALITY_PROBLEM', 'SUGGESTION', 'INDUSTRY_REMARK', 'PRAISE', 'OTHER')),
    constraint feedback_ticket_severity check (severity in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    constraint feedback_ticket_status check (status in ('NEW', 'IN_PROGRESS', 'WAITING_FOR_GUEST', 'SOLVED', 'CLOSED')),
    constraint feedback_ticket_text check (text <> ''),
    constraint feedback_ticket_owner check ((owner_key is null) = (owner_name is null)),
    constraint feedback_ticket_offered check ((offered_key is null) = (offered_name is null)),
    constraint feedback_ticket_signed_result check (
        (status in ('SOLVED', 'CLOSED')) = (result is not null and solved_by_key is not null and solved_by_name is not null
            and solved_at is not null))
);
create index feedback_ticket_by_status on feedback_ticket (status, taken_at desc, id desc);
create index feedback_ticket_by_customer on feedback_ticket (customer_id, taken_at desc);
create index feedback_ticket_by_owner on feedback_ticket (owner_key) where status not in ('SOLVED', 'CLOSED');
create index feedback_ticket_offered_to on feedback_ticket (offered_key) where offered_key is not null;
create index feedback_ticket_text_trigrams on feedback_ticket using gin (text gin_trgm_ops);
create index feedback_ticket_number_trigrams on feedback_ticket using gin (number gin_trgm_ops);

create sequence feedback_event_seq increment by 50;
create table feedback_event (
    id         bigint        not null,
    ticket_id  bigint        not null,
    kind       varchar(20)   not null,
    at         timestamptz   not null,
    actor_key  varchar(60)   not null,
    actor_name varchar(200)  not null,
    note       varchar(4000) not null,
    constraint feedback_event_pk primary key (id),
    constraint feedback_event_ticket_fk foreign key (ticket_id) references feedback_ticket (id)
);
create index feedback_event_by_ticket on feedback_event (ticket_id, at, id);

-- Published: the tickets that are not solved yet, for the dashboards.
create view feedback_v_open_ticket as
select id, venue_id from feedback_ticket where status not in ('SOLVED', 'CLOSED');
