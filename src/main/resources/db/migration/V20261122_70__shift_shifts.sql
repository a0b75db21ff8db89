create sequence shift_seq increment by 1;
create table shift (
    id              bigint       not null,
    venue_id        bigint       not null,
    till            varchar(40)  not null,
    business_date   date         not null,
    opened_at       timestamptz  not null,
    opened_by_key   varchar(60)  not null,
    opened_by_name  varchar(200) not null,
    closed_at       timestamptz,
    constraint shift_pk primary key (id),
    constraint shift_venue_fk foreign key (venue_id) references venue (id),
    constraint shift_closed_after_opened check (closed_at is null or closed_at >= opened_at)
);
create unique index shift_one_open_per_till on shift (venue_id, till) where closed_at is null;
create index shift_by_actor on shift (venue_id, opened_by_key, opened_at desc) where closed_at is null;
