-- How guests are rated, the log of runs, what is known of each guest, and the aggregates that dashboards read.
create table segment_settings (
    only_one              boolean     not null default true,
    window_days           int         not null,
    cut_mode              varchar(10) not null,
    cut_visits            bigint,
    cut_spend_minor       bigint,
    percentile_visits     int,
    percentile_spend      int,
    key_account_minor     bigint      not null,
    regular_account_minor bigint      not null,
    constraint segment_settings_pk primary key (only_one),
    constraint segment_settings_only_one check (only_one),
    constraint segment_settings_window check (window_days between 1 and 36500),
    constraint segment_settings_cut check (
        (cut_mode = 'FIXED' and cut_visits >= 1 and cut_spend_minor >= 0
            and percentile_visits is null and percentile_spend is null)
        or (cut_mode = 'PERCENTILE' and percentile_visits between 1 and 99 and percentile_spend between 1 and 99
            and cut_visits is null and cut_spend_minor is null)),
    constraint segment_settings_accounts check (0 <= regular_account_minor and regular_account_minor <= key_account_minor)
);
insert into segment_settings (window_days, cut_mode, percentile_visits, percentile_spend, key_account_minor, regular_account_minor)
values (365, 'PERCENTILE', 50, 50, 1000000, 100000);

-- The log of runs. in_force: the one whose result is read for its date; a run made anew takes it over, the log keeps both.
create sequence segment_run_seq increment by 1;
create table segment_run (
    id                    bigint       not null,
    business_date         date         not null,
    origin                varchar(10)  not null,
    full_asked            boolean      not null,
    full_run              boolean      not null default false,
    status                varchar(10)  not null,
    in_force              boolean      not null default false,
    requested_at          timestamptz  not null,
    requested_by_key      varchar(60)  not null,
    requested_by_name     varchar(200) not null,
    job_id                bigint       not null,
    started_at            timestamptz,
    finished_at           timestamptz,
    duration_millis       bigint,
    window_days           int,
    cut_mode              varchar(10),
    percentile_visits     int,
    percentile_spend      int,
    key_account_minor     bigint,
    regular_account_minor bigint,
    frequency_cut         bigint,
    spend_cut_minor       bigint,
    customers             bigint       not null default 0,
    changed               bigint       not null default 0,
    error                 varchar(500),
    constraint segment_run_pk primary key (id),
    constraint segment_run_job_fk foreign key (job_id) references work_job (id),
    constraint segment_run_origin_known check (origin in ('NIGHTLY', 'ASKED')),
    constraint segment_run_status_known check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    constraint segment_run_in_force_when_done check (not in_force or status = 'DONE'),
    constraint segment_run_finished check ((status in ('DONE', 'FAILED')) = (finished_at is not null))
);
create unique index segment_run_one_in_force on segment_run (business_date) where in_force;
create unique index segment_run_one_a_night on segment_run (business_date) where origin = 'NIGHTLY' and status <> 'FAILED';
create unique index segment_run_by_job on segment_run (job_id);
create index segment_run_open on segment_run (id) where status in ('WAITING', 'RUNNING');
create index segment_run_finished on segment_run (finished_at desc) where status = 'DONE';

-- What is known of each guest who ever had a visit, as of the newest date that has a run, and where the guest stands since
-- when. Rows are derived from visits, whose own key to the customer is enforced: what a run writes is not checked again
-- guest by guest.
create table segment_figure (
    customer_id          bigint not null,
    since                date   not null,
    visits               bigint not null,
    spend_minor          bigint not null,
    average_minor        bigint not null generated always as
        (case when visits = 0 then 0 else (2 * spend_minor + visits) / (2 * visits) end) stored,
    lifetime_visits      bigint not null,
    lifetime_spend_minor bigint not null,
    year_spend_minor     bigint not null,
    last_visit_on        date   not null,
    state                varchar(6) not null,
    state_since          date   not null,
    constraint segment_figure_pk primary key (customer_id),
    constraint segment_figure_customer_fk foreign key (customer_id) references customer (id) not enforced,
    constraint segment_figure_visited check (lifetime_visits > 0),
    constraint segment_figure_state_known check (state in ('A', 'B', 'C', 'D', 'LAPSED'))
) with (fillfactor = 80);
create index segment_figure_by_state on segment_figure (state, customer_id);
create index segment_figure_by_move on segment_figure (state_since);
create index segment_figure_by_average on segment_figure (average_minor) where visits > 0;

-- The date the figures stand for, the window they were counted in, and the lines they were classed by; empty until the
-- first run.
create table segment_standing (
    only_one              boolean not null default true,
    as_of                 date    not null,
    window_days           int     not null,
    frequency_cut         bigint,
    spend_cut_minor       bigint,
    key_account_minor     bigint  not null,
    regular_account_minor bigint  not null,
    constraint segment_standing_pk primary key (only_one),
    constraint segment_standing_only_one check (only_one)
);

-- How many guests with a visit in the window have each number of visits, and an average within each step of the scale:
-- a night finds its percentiles here, with a look at the guests of one step.
create table segment_histogram (
    measure   varchar(7) not null,
    value     bigint     not null,
    customers bigint     not null,
    constraint segment_histogram_pk primary key (measure, value),
    constraint segment_histogram_measure_known check (measure in ('VISITS', 'AVERAGE'))
);

-- The standing figures added up by state, value class and place in the plot: a night changes them by who changed.
create table segment_cell (
    state            varchar(6)  not null,
    value_class      varchar(20) not null,
    column_no        int         not null,
    row_no           int         not null,
    customers        bigint      not null,
    visits           bigint      not null,
    spend_minor      bigint      not null,
    year_spend_minor bigint      not null,
    constraint segment_cell_pk primary key (state, value_class, column_no, row_no)
);

-- Figures as earlier runs found them: they hold for run dates in [from_date, to_date).
create table segment_figure_past (
    customer_id          bigint not null,
    from_date            date   not null,
    to_date              date   not null,
    visits               bigint not null,
    spend_minor          bigint not null,
    average_minor        bigint not null generated always as
        (case when visits = 0 then 0 else (2 * spend_minor + visits) / (2 * visits) end) stored,
    lifetime_visits      bigint not null,
    lifetime_spend_minor bigint not null,
    year_spend_minor     bigint not null,
    last_visit_on        date   not null,
    constraint segment_figure_past_pk primary key (customer_id, from_date),
    constraint segment_figure_past_customer_fk foreign key (customer_id) references customer (id) not enforced,
    constraint segment_figure_past_interval check (from_date < to_date)
);

-- Where each guest stood before: holds for run dates in [from_date, to_date). Where a guest stands now is with the
-- figures; a date that neither covers found the guest new (never visited by then).
create table segment_membership (
    customer_id bigint     not null,
    from_date   date       not null,
    to_date     date       not null,
    state       varchar(6) not null,
    constraint segment_membership_pk primary key (customer_id, from_date),
    constraint segment_membership_customer_fk foreign key (customer_id) references customer (id) not enforced,
    constraint segment_membership_interval check (from_date < to_date),
    constraint segment_membership_state_known check (state in ('A', 'B', 'C', 'D', 'LAPSED'))
);
create index segment_membership_by_from on segment_membership (from_date);
create index segment_membership_by_to on segment_membership (to_date);

-- The night's aggregates: pages read these, never a million rows.
create table segment_summary (
    run_id      bigint     not null,
    state       varchar(6) not null,
    customers   bigint     not null,
    visits      bigint     not null,
    spend_minor bigint     not null,
    constraint segment_summary_pk primary key (run_id, state),
    constraint segment_summary_run_fk foreign key (run_id) references segment_run (id),
    constraint segment_summary_state_known check (state in ('A', 'B', 'C', 'D', 'LAPSED', 'NEW'))
);
create table segment_value_class (
    run_id           bigint      not null,
    value_class      varchar(20) not null,
    customers        bigint      not null,
    year_spend_minor bigint      not null,
    constraint segment_value_class_pk primary key (run_id, value_class),
    constraint segment_value_class_run_fk foreign key (run_id) references segment_run (id),
    constraint segment_value_class_known check (value_class in ('KEY_ACCOUNT', 'REGULAR_ACCOUNT', 'WALK_IN'))
);
-- A cell of the plot: guests with visits in [visits_from, next column) and an average in [average_from_minor, next row).
create table segment_density (
    run_id             bigint not null,
    column_no          int    not null,
    row_no             int    not null,
    visits_from        bigint not null,
    average_from_minor bigint not null,
    customers          bigint not null,
    spend_minor        bigint not null,
    constraint segment_density_pk primary key (run_id, column_no, row_no),
    constraint segment_density_run_fk foreign key (run_id) references segment_run (id)
);
-- Movements that a dashboard opens with, counted once after its night; those who stayed are counted by the summaries.
create table segment_movement (
    from_run   bigint     not null,
    to_run     bigint     not null,
    from_state varchar(6) not null,
    to_state   varchar(6) not null,
    customers  bigint     not null,
    constraint segment_movement_pk primary key (to_run, from_run, from_state, to_state),
    constraint segment_movement_from_fk foreign key (from_run) references segment_run (id),
    constraint segment_movement_to_fk foreign key (to_run) references segment_run (id)
);

-- The life-cycle funnel of the night (R1.7).
create table segment_stage (
    run_id    bigint      not null,
    stage     varchar(20) not null,
    customers bigint      not null,
    constraint segment_stage_pk primary key (run_id, stage),
    constraint segment_stage_run_fk foreign key (run_id) references segment_run (id)
);
