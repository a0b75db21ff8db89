create sequence work_audit_seq increment by 1;
create table work_audit (
    id           bigint       not null,
    at           timestamptz  not null,
    actor_kind   varchar(20)  not null,
    actor_id     bigint       not null,
    actor_name   varchar(200) not null,
    action       varchar(80)  not null,
    subject_type varchar(40)  not null,
    subject_id   varchar(80)  not null,
    detail       text         not null default '',
    constraint work_audit_pk primary key (id)
);
create index work_audit_by_subject on work_audit (subject_type, subject_id, id desc);
create index work_audit_by_time on work_audit (at desc);
