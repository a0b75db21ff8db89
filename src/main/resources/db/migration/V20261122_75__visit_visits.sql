-- Visits and the marks that tell the nightly run whose figures changed.
create sequence visit_seq increment by 1;
create table visit (
    id            bigint      not null,
    customer_id   bigint      not null,
    venue_id      bigint      not null,
    visited_at    timestamptz not null,
    business_date date        not null,
    spend_minor   bigint      not null,
    party_size    int,
    external_ref  varchar(200),
    import_key    varchar(64),
    source        varchar(12) not null,
    constraint visit_pk primary key (id),
    constraint visit_customer_fk foreign key (customer_id) references customer (id),
    constraint visit_venue_fk foreign key (venue_id) references venue (id),
    constraint visit_external_ref_unique unique (venue_id, external_ref),
    constraint visit_date_possible check (business_date between date '1900-01-01' and date '2199-12-31'),
    constraint visit_spend_not_negative check (spend_minor >= 0),
    constraint visit_party_size_sensible check (party_size between 1 and 10000),
    constraint visit_source_known check (source in ('SETTLEMENT', 'API', 'IMPORT'))
);
-- Visits from the till have no import key: they need no entry in its index.
create unique index visit_import_key_unique on visit (import_key) where import_key is not null;
create index visit_by_customer on visit (customer_id, business_date) include (spend_minor);
create index visit_by_day on visit (business_date, customer_id) include (spend_minor);

-- Append-only and without a unique key: the nightly run deletes exactly the rows it has read.
create sequence visit_mark_seq increment by 1;
create table visit_mark (
    id          bigint not null default nextval('visit_mark_seq'),
    customer_id bigint not null,
    constraint visit_mark_pk primary key (id),
    constraint visit_mark_customer_fk foreign key (customer_id) references customer (id)
);

-- Visits that a programme has rewarded with points, each at most once, and the visit that earned the reward. When that one
-- is taken out of the book the others count again.
create table visit_reward (
    programme          varchar(40) not null,
    visit_id           bigint      not null,
    earned_by_visit_id bigint      not null,
    constraint visit_reward_pk primary key (visit_id, programme),
    constraint visit_reward_visit_fk foreign key (visit_id) references visit (id) on delete cascade,
    constraint visit_reward_earned_by_fk foreign key (earned_by_visit_id) references visit (id) on delete cascade
);
create index visit_reward_by_earner on visit_reward (earned_by_visit_id);

-- Published: the visits as they stand in the book.
create view visit_v_visit as
select id, customer_id, venue_id, visited_at, business_date, spend_minor from visit;
