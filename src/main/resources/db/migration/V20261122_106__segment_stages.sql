-- The life-cycle funnel of the night (R1.7).
create table segment_stage (
    run_id    bigint      not null,
    stage     varchar(20) not null,
    customers bigint      not null,
    constraint segment_stage_pk primary key (run_id, stage),
    constraint segment_stage_run_fk foreign key (run_id) references segment_run (id)
);
