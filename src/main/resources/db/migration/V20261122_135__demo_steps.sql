-- Which steps of the sample data are loaded; empty outside the demo profile.
create table demo_step (
    step    varchar(40) not null,
    done_at timestamptz not null,
    constraint demo_step_pk primary key (step)
);
