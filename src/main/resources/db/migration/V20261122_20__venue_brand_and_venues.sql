create table venue_brand (
    only_one     boolean     not null default true,
    name         varchar(200) not null,
    currency     char(3)     not null,
    minor_digits int         not null,
    zone         varchar(60) not null,
    phone_region char(2)     not null,
    language     varchar(10) not null,
    constraint venue_brand_pk primary key (only_one),
    constraint venue_brand_only_one check (only_one),
    constraint venue_brand_digits check (minor_digits between 0 and 3)
);
insert into venue_brand (name, currency, minor_digits, zone, phone_region, language)
values ('常客 Regulars', 'CNY', 2, 'Asia/Shanghai', 'CN', 'zh');

create sequence venue_seq increment by 1;
create table venue (
    id      bigint       not null,
    code    varchar(40)  not null,
    name    varchar(200) not null,
    zone    varchar(60)  not null,
    day_end time         not null default '04:00',
    address varchar(300) not null default '',
    phone   varchar(40)  not null default '',
    constraint venue_pk primary key (id),
    constraint venue_code_unique unique (code),
    constraint venue_code_form check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$')
);
