-- Customers, their tags, search terms, observations, ratings and the history of changes.
create sequence customer_seq increment by 1;
create sequence customer_number_seq increment by 1;

-- The number people read and say: K-000123, with more digits when six no longer do.
create function customer_next_number() returns text language sql volatile as $$
    select 'K-' || lpad(n::text, greatest(6, length(n::text)), '0') from (select nextval('customer_number_seq') as n) as next
$$;

create table customer (
    id              bigint        not null,
    number          varchar(24)   not null default customer_next_number(),
    kind            varchar(20)   not null,
    name            varchar(200)  not null,
    pinyin          varchar(1600) not null default '',
    gender          varchar(10),
    birthday        date,
    phone           varchar(20),
    email           varchar(254),
    address         varchar(300),
    language        varchar(10),
    employer        varchar(200),
    position        varchar(100),
    won_by          varchar(200),
    note            varchar(2000),
    dietary         varchar(300),
    consent_phone   boolean,
    consent_sms     boolean,
    consent_email   boolean,
    consent_on      date,
    stage           varchar(20)   not null default 'POTENTIAL',
    external_ref    varchar(200),
    import_key      varchar(64),
    confirmed_at    timestamptz   not null,
    created_at      timestamptz   not null,
    created_by_key  varchar(60)   not null,
    created_by_name varchar(200)  not null,
    version         int           not null default 0,
    constraint customer_pk primary key (id),
    constraint customer_number_unique unique (number),
    constraint customer_phone_unique unique (phone),
    constraint customer_external_ref_unique unique (external_ref),
    constraint customer_kind_known check (kind in ('PERSON', 'ORGANISATION', 'HOUSEHOLD')),
    constraint customer_stage_known check (stage in ('POTENTIAL', 'AWARE', 'ACTING', 'REGULAR', 'ADVOCATE')),
    constraint customer_gender_known check (gender in ('F', 'M')),
    constraint customer_phone_form check (phone ~ '^\+[0-9]{5,18}$'),
    constraint customer_name_given check (name <> '')
);
-- Lists are in the order in which Chinese readers look names up.
create index customer_by_name on customer (name collate "zh-x-icu", id);
-- Most customers have no import key: they need no entry in its index.
create unique index customer_import_key_unique on customer (import_key) where import_key is not null;

-- Written by the nightly run alone, a million rows at a time, by a statement that joins the customers it names: their key
-- is declared, not checked again row by row.
create table customer_rating (
    customer_id bigint      not null,
    quadrant    char(1),
    status      varchar(10) not null,
    since       date        not null,
    previous    char(1),
    constraint customer_rating_pk primary key (customer_id),
    constraint customer_rating_customer_fk foreign key (customer_id) references customer (id) not enforced,
    constraint customer_rating_status_known check (status in ('NEW', 'LAPSED', 'RATED')),
    constraint customer_rating_quadrant_known check (quadrant in ('A', 'B', 'C', 'D')),
    constraint customer_rating_previous_known check (previous in ('A', 'B', 'C', 'D')),
    constraint customer_rating_quadrant_when_rated check ((status = 'RATED') = (quadrant is not null))
);
create index customer_rating_by_quadrant on customer_rating (quadrant, customer_id) where quadrant is not null;
create index customer_rating_lapsed on customer_rating (customer_id) where status = 'LAPSED';

-- What the search box looks through. A term is plain (lower case, no accents, letters and digits only);
-- a telephone number is kept backwards behind a tilde, so that its tail is a prefix too.
create table customer_term (
    term        text        not null collate "C",
    customer_id bigint      not null,
    kind        varchar(12) not null,
    constraint customer_term_pk primary key (term, customer_id, kind),
    constraint customer_term_customer_fk foreign key (customer_id) references customer (id)
);
create index customer_term_by_customer on customer_term (customer_id, kind);

-- A customer is found by the number too, however the row came in: as it is said (k000123) and by its digits alone.
create function customer_add_number_terms() returns trigger language plpgsql as $$
begin
    insert into customer_term (term, customer_id, kind)
    select term, id, 'NUMBER'
      from added, lateral (values (lower(replace(number, '-', ''))), (regexp_replace(number, '[^0-9]', '', 'g'))) as said(term)
    on conflict on constraint customer_term_pk do nothing;
    return null;
end
$$;
create trigger customer_found_by_number after insert on customer
    referencing new table as added for each statement execute function customer_add_number_terms();

create sequence customer_tag_seq increment by 1;
create table customer_tag (
    id      bigint      not null,
    name    varchar(60) not null,
    retired boolean     not null default false,
    constraint customer_tag_pk primary key (id),
    constraint customer_tag_name_unique unique (name)
);
create table customer_tagged (
    customer_id bigint not null,
    tag_id      bigint not null,
    constraint customer_tagged_pk primary key (customer_id, tag_id),
    constraint customer_tagged_customer_fk foreign key (customer_id) references customer (id),
    constraint customer_tagged_tag_fk foreign key (tag_id) references customer_tag (id)
);
create index customer_tagged_by_tag on customer_tagged (tag_id, customer_id);

create sequence customer_observation_seq increment by 1;
create table customer_observation (
    id              bigint       not null,
    customer_id     bigint       not null,
    category        varchar(20)  not null,
    text            varchar(500) not null,
    noted_at        timestamptz  not null,
    noted_by_key    varchar(60)  not null,
    noted_by_name   varchar(200) not null,
    retired_at      timestamptz,
    retired_by_key  varchar(60),
    retired_by_name varchar(200),
    version         int          not null default 0,
    constraint customer_observation_pk primary key (id),
    constraint customer_observation_customer_fk foreign key (customer_id) references customer (id),
    constraint customer_observation_category_known check (category in
        ('DIETARY', 'DISH', 'FLAVOUR', 'DRINK', 'SEAT', 'REQUEST', 'DISLIKE', 'PAYING', 'OTHER')),
    constraint customer_observation_retired_by_someone check
        ((retired_at is null) = (retired_by_key is null) and (retired_at is null) = (retired_by_name is null))
);
create index customer_observation_by_customer on customer_observation (customer_id, id desc);

create sequence customer_change_seq increment by 1;
create table customer_change (
    id              bigint       not null,
    customer_id     bigint       not null,
    field           varchar(40)  not null,
    old_value       text,
    new_value       text,
    changed_at      timestamptz  not null,
    changed_by_key  varchar(60)  not null,
    changed_by_name varchar(200) not null,
    constraint customer_change_pk primary key (id),
    constraint customer_change_customer_fk foreign key (customer_id) references customer (id)
);
create index customer_change_by_customer on customer_change (customer_id, id desc);

-- The list reads each of its orders and filters from an index alone, in order, however many customers there are.
create index customer_by_stage on customer (stage, id);
create index customer_by_rare_kind on customer (kind, id) where kind <> 'PERSON';
create index customer_rating_by_move on customer_rating (since, customer_id);
-- With the birthday itself in it the index alone answers how many there are in a month.
create index customer_by_birth_month on customer (extract(month from birthday), extract(day from birthday), id)
    include (birthday) where birthday is not null;

-- What a visit does to its guest, for the statement that books the visit: who comes is no longer only potential or aware.
create function customer_visited(visitor bigint) returns void language plpgsql as $$
begin
    update customer set stage = 'ACTING' where id = visitor and stage in ('POTENTIAL', 'AWARE');
end $$;

-- Published: what other modules' reading may know of a customer without asking for the card.
create view customer_v_guest as
select c.id, c.number, c.external_ref, c.name, c.stage, c.created_at, c.phone is not null as has_phone,
       c.birthday is not null as has_birthday, coalesce(r.status, 'NEW') as rating_status
  from customer c left join customer_rating r on r.customer_id = c.id;

-- Which cards fall due for review first (R1.8).
create index customer_by_confirmation on customer (confirmed_at, id);
