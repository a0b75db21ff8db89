-- Long work: its progress, its result and the rows it refused. A node says here that it lives while it has jobs.
create table work_node (
    id       uuid        not null,
    alive_at timestamptz not null,
    constraint work_node_pk primary key (id)
);

-- A job is seen by its owner, and by those who hold the permission seen_by and, unless it is about every venue, may act in
-- all the venues its owner may act in (none: the whole brand). Others fetch its refused rows by revealed_to.
create sequence work_job_seq increment by 1;
create table work_job (
    id               bigint       not null,
    kind             varchar(40)  not null,
    title            varchar(300) not null,
    queue            varchar(40),
    status           varchar(12)  not null,
    node             uuid         not null,
    total            bigint       not null default 0,
    done             bigint       not null default 0,
    created          bigint       not null default 0,
    updated          bigint       not null default 0,
    rejected         bigint       not null default 0,
    cancel_requested boolean      not null default false,
    owner_key        varchar(60)  not null,
    owner_name       varchar(200) not null,
    seen_by          varchar(40)  not null,
    revealed_to      varchar(40)  not null,
    every_venue      boolean      not null,
    venue_ids        bigint[]     not null,
    started_at       timestamptz  not null,
    finished_at      timestamptz,
    columns          text[]       not null default '{}',
    ignored_columns  text[]       not null default '{}',
    error_code       varchar(60),
    error_args       text[]       not null default '{}',
    constraint work_job_pk primary key (id),
    constraint work_job_status_known check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    constraint work_job_finished_when_over check ((status in ('WAITING', 'RUNNING')) = (finished_at is null))
);
create index work_job_newest on work_job (started_at desc);
create index work_job_open on work_job (id) where status in ('WAITING', 'RUNNING');
create unique index work_job_one_per_queue on work_job (queue) where queue is not null and status = 'RUNNING';

create table work_job_rejected (
    job_id       bigint      not null,
    line         bigint      not null,
    row_values   text[]      not null,
    reason_field varchar(60),
    reason_code  varchar(60) not null,
    reason_args  text[]      not null default '{}',
    constraint work_job_rejected_pk primary key (job_id, line),
    constraint work_job_rejected_job_fk foreign key (job_id) references work_job (id)
);

-- The last slot of each kind of work that falls due by itself, and the job that did it.
create table work_schedule (
    kind     varchar(40) not null,
    slot     varchar(40) not null,
    attempts int         not null default 0,
    job_id   bigint,
    constraint work_schedule_pk primary key (kind),
    constraint work_schedule_job_fk foreign key (job_id) references work_job (id)
);
