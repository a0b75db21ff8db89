create sequence audit_line_seq increment by 1;
create table audit_line (
    id           bigint       not null,
    at           timestamptz  not null,
    actor_key    varchar(60)  not null,
    actor_name   varchar(200) not null,
    action       varchar(80)  not null,
    subject_type varchar(40)  not null,
    subject_id   varchar(80)  not null,
    detail       text         not null default '',
    constraint audit_line_pk primary key (id)
);
create index audit_line_by_subject on audit_line (subject_type, subject_id, id desc);
create index audit_line_by_actor on audit_line (actor_key, id desc);
create index audit_line_by_time on audit_line (at desc);
