-- Who may sign in, with what they may do and where; API clients; one-time links; counted sign-in attempts.
create sequence staff_employee_seq increment by 50;
create table staff_employee (
    id                   bigint       not null,
    login_name           varchar(60)  not null,
    display_name         varchar(200) not null,
    password_hash        varchar(300),
    must_change_password boolean      not null default false,
    language             varchar(10),
    active               boolean      not null default true,
    locked_at            timestamptz,
    last_sign_in_at      timestamptz,
    created_at           timestamptz  not null,
    version              int          not null default 0,
    constraint staff_employee_pk primary key (id),
    constraint staff_employee_login_unique unique (login_name),
    constraint staff_employee_login_form check (login_name ~ '^[a-z0-9][a-z0-9._-]{0,59}$')
);

create table staff_employee_role (
    employee_id bigint      not null,
    role        varchar(40) not null,
    constraint staff_employee_role_pk primary key (employee_id, role),
    constraint staff_employee_role_employee_fk foreign key (employee_id) references staff_employee (id)
);

-- No row: every venue.
create table staff_employee_venue (
    employee_id bigint not null,
    venue_id    bigint not null,
    constraint staff_employee_venue_pk primary key (employee_id, venue_id),
    constraint staff_employee_venue_employee_fk foreign key (employee_id) references staff_employee (id),
    constraint staff_employee_venue_venue_fk foreign key (venue_id) references venue (id)
);

create sequence staff_one_time_link_seq increment by 1;
create table staff_one_time_link (
    id          bigint      not null,
    token_hash  char(64)    not null,
    purpose     varchar(20) not null,
    employee_id bigint,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    constraint staff_one_time_link_pk primary key (id),
    constraint staff_one_time_link_token_unique unique (token_hash),
    constraint staff_one_time_link_purpose check (purpose in ('SETUP', 'PASSWORD')),
    constraint staff_one_time_link_employee_fk foreign key (employee_id) references staff_employee (id)
);

create table staff_sign_in_attempt (
    key      varchar(120) not null,
    attempts int          not null,
    until    timestamptz  not null,
    refused  boolean      not null default false,
    constraint staff_sign_in_attempt_pk primary key (key)
);

-- Where an employee signed in before: the budgets that strangers use up do not close these.
create table staff_sign_in_place (
    key     varchar(120) not null,
    seen_at timestamptz  not null,
    constraint staff_sign_in_place_pk primary key (key)
);
create index staff_sign_in_place_by_time on staff_sign_in_place (seen_at);

create sequence staff_api_client_seq increment by 1;
create table staff_api_client (
    id              bigint       not null,
    name            varchar(200) not null,
    token_hash      char(64)     not null,
    scopes          text[]       not null,
    created_at      timestamptz  not null,
    created_by_key  varchar(60)  not null,
    created_by_name varchar(200) not null,
    last_used_at    timestamptz,
    revoked_at      timestamptz,
    constraint staff_api_client_pk primary key (id),
    constraint staff_api_client_token_unique unique (token_hash)
);
create unique index staff_api_client_name_unique on staff_api_client (name) where revoked_at is null;

create table staff_api_client_venue (
    api_client_id bigint not null,
    venue_id      bigint not null,
    constraint staff_api_client_venue_pk primary key (api_client_id, venue_id),
    constraint staff_api_client_venue_client_fk foreign key (api_client_id) references staff_api_client (id),
    constraint staff_api_client_venue_venue_fk foreign key (venue_id) references venue (id)
);
