-- What coupons of one kind are worth and when they can be used (R6.2); never changed once coupons are out, only ended.
create sequence coupon_template_seq increment by 50;
create table coupon_template (
    id                 bigint       not null,
    version            bigint       not null,
    code               varchar(40)  not null,
    name               varchar(200) not null,
    amount_off_minor   bigint,
    percent_off_basis_points int,
    cap_minor          bigint,
    min_bill_minor     bigint       not null default 0,
    transferable       boolean      not null,
    -- Used with no other coupon on a bill; or with none of the same group.
    alone              boolean      not null default false,
    one_of_group       varchar(40),
    -- Digits of the days of the week, 1 is Monday; null is every day.
    days               varchar(7),
    from_time          time,
    to_time            time,
    total_limit        bigint,
    per_guest_limit    int,
    issued             bigint       not null default 0,
    active             boolean      not null default true,
    created_at         timestamptz  not null,
    created_by_key     varchar(60)  not null,
    created_by_name    varchar(200) not null,
    constraint coupon_template_pk primary key (id),
    constraint coupon_template_code_unique unique (code),
    constraint coupon_template_one_worth check ((amount_off_minor is null) <> (percent_off_basis_points is null)),
    constraint coupon_template_amount_range check (amount_off_minor between 1 and 1000000000000),
    constraint coupon_template_percent_range check (percent_off_basis_points between 1 and 10000),
    constraint coupon_template_cap check (cap_minor is null
                                             or cap_minor between 1 and 1000000000000 and percent_off_basis_points is not null),
    constraint coupon_template_min_bill_range check (min_bill_minor between 0 and 1000000000000),
    constraint coupon_template_days check (days ~ '^[1-7]{1,7}$'),
    constraint coupon_template_hours check ((from_time is null) = (to_time is null)),
    constraint coupon_template_limits check (total_limit > 0 and per_guest_limit > 0),
    constraint coupon_template_guest_within_total check (per_guest_limit <= total_limit),
    constraint coupon_template_issued_within check (issued >= 0 and issued <= coalesce(total_limit, issued))
);

-- The venues it can be used in; all when there are none.
create table coupon_template_venue (
    template_id bigint not null,
    venue_id    bigint not null,
    constraint coupon_template_venue_pk primary key (template_id, venue_id),
    constraint coupon_template_venue_template_fk foreign key (template_id) references coupon_template (id),
    constraint coupon_template_venue_venue_fk foreign key (venue_id) references venue (id)
);

create sequence coupon_seq increment by 50;
create table coupon (
    id             bigint       not null,
    version        bigint       not null,
    code           varchar(40)  not null,
    template_id    bigint       not null,
    customer_id    bigint       not null,
    -- Business days, both inclusive.
    valid_from     date         not null,
    valid_until    date         not null,
    -- ACTIVE until it is used; one whose end has passed has ended without anything being written.
    status         varchar(10)  not null,
    used_at        timestamptz,
    used_for       varchar(100),
    issued_at      timestamptz  not null,
    issued_by_key  varchar(60)  not null,
    issued_by_name varchar(200) not null,
    constraint coupon_pk primary key (id),
    constraint coupon_code_unique unique (code),
    constraint coupon_template_fk foreign key (template_id) references coupon_template (id),
    constraint coupon_customer_fk foreign key (customer_id) references customer (id),
    constraint coupon_dates check (valid_from <= valid_until),
    constraint coupon_status_known check (status in ('ACTIVE', 'USED')),
    constraint coupon_used check ((status = 'USED') = (used_at is not null) and (used_at is null) = (used_for is null))
);
create index coupon_by_customer on coupon (customer_id, id desc);
create index coupon_by_template on coupon (template_id, customer_id);

-- Who passed a coupon on to whom (R6.2: who brought whom).
create sequence coupon_transfer_seq increment by 1;
create table coupon_transfer (
    id               bigint       not null default nextval('coupon_transfer_seq'),
    coupon_id        bigint       not null,
    from_customer_id bigint       not null,
    to_customer_id   bigint       not null,
    at               timestamptz  not null,
    by_key           varchar(60)  not null,
    by_name          varchar(200) not null,
    constraint coupon_transfer_pk primary key (id),
    constraint coupon_transfer_coupon_fk foreign key (coupon_id) references coupon (id),
    constraint coupon_transfer_from_fk foreign key (from_customer_id) references customer (id),
    constraint coupon_transfer_to_fk foreign key (to_customer_id) references customer (id),
    constraint coupon_transfer_to_another check (from_customer_id <> to_customer_id)
);
create index coupon_transfer_by_coupon on coupon_transfer (coupon_id, id);
create index coupon_transfer_by_from on coupon_transfer (from_customer_id, id desc);

-- Published: where each coupon stands, for the proof of the bills.
create view coupon_v_coupon as select id, code, customer_id, status, used_for from coupon;
