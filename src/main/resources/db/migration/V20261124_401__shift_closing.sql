-- A shift has a float, cash that goes in and out, a count, and an end.
alter table shift add column float_minor bigint;
alter table shift add column opened_by_itself boolean not null default true;
alter table shift add constraint shift_float_not_negative check (float_minor >= 0);

-- Shifts that were opened before there was a float never ended, and nobody counted them. They end here, uncounted: their
-- float stays null.
update shift set closed_at = greatest(now(), opened_at) where closed_at is null;

create index shift_by_day on shift (business_date desc, venue_id);

-- Money that goes into the drawer or out of it without a guest: change from the safe, ice that was bought.
create sequence shift_cash_movement_seq increment by 1;
create table shift_cash_movement (
    id            bigint       not null,
    shift_id      bigint       not null,
    direction     varchar(3)   not null,
    amount_minor  bigint       not null,
    reason        varchar(500) not null,
    at            timestamptz  not null,
    done_by_key   varchar(60)  not null,
    done_by_name  varchar(200) not null,
    constraint shift_cash_movement_pk primary key (id),
    constraint shift_cash_movement_shift_fk foreign key (shift_id) references shift (id),
    constraint shift_cash_movement_direction_known check (direction in ('IN', 'OUT')),
    constraint shift_cash_movement_amount check (amount_minor between 1 and 1000000000000),
    constraint shift_cash_movement_reason check (btrim(reason) <> '')
);
create index shift_cash_movement_by_shift on shift_cash_movement (shift_id, id);

-- The end of a shift: what should be in the drawer by the books, what was counted, and what lies between.
create table shift_closing (
    shift_id            bigint       not null,
    closed_at           timestamptz  not null,
    closed_by_key       varchar(60)  not null,
    closed_by_name      varchar(200) not null,
    postings            bigint       not null,
    float_minor         bigint       not null,
    -- What guests paid in cash less what went back to them in cash.
    cash_taken_minor    bigint       not null,
    cash_in_minor       bigint       not null,
    cash_out_minor      bigint       not null,
    expected_cash_minor bigint       not null,
    counted_cash_minor  bigint       not null,
    difference_minor    bigint       not null,
    constraint shift_closing_pk primary key (shift_id),
    constraint shift_closing_shift_fk foreign key (shift_id) references shift (id),
    constraint shift_closing_not_negative check (
        postings >= 0 and float_minor >= 0 and cash_in_minor >= 0 and cash_out_minor >= 0 and counted_cash_minor >= 0),
    constraint shift_closing_expected check (
        expected_cash_minor = float_minor + cash_taken_minor + cash_in_minor - cash_out_minor),
    constraint shift_closing_difference check (difference_minor = counted_cash_minor - expected_cash_minor)
);

-- The count by denomination; a shift that was counted in one sum has none.
create table shift_counted (
    shift_id    bigint not null,
    value_minor bigint not null,
    pieces      bigint not null,
    constraint shift_counted_pk primary key (shift_id, value_minor),
    constraint shift_counted_closing_fk foreign key (shift_id) references shift_closing (shift_id),
    constraint shift_counted_positive check (value_minor > 0 and pieces > 0)
);

-- Why the count is not what was expected; more than one may know something.
create sequence shift_explanation_seq increment by 1;
create table shift_explanation (
    id            bigint       not null,
    shift_id      bigint       not null,
    reason        varchar(500) not null,
    at            timestamptz  not null,
    given_by_key  varchar(60)  not null,
    given_by_name varchar(200) not null,
    constraint shift_explanation_pk primary key (id),
    constraint shift_explanation_closing_fk foreign key (shift_id) references shift_closing (shift_id),
    constraint shift_explanation_reason check (btrim(reason) <> '')
);
create index shift_explanation_by_shift on shift_explanation (shift_id, id);

-- Who took the drawer over, and what was left in it. One who signed did so with the own password and has a key.
create table shift_handover (
    shift_id      bigint       not null,
    to_key        varchar(60),
    to_name       varchar(200) not null,
    left_minor    bigint       not null,
    next_shift_id bigint,
    at            timestamptz  not null,
    given_by_key  varchar(60)  not null,
    given_by_name varchar(200) not null,
    constraint shift_handover_pk primary key (shift_id),
    constraint shift_handover_closing_fk foreign key (shift_id) references shift_closing (shift_id),
    constraint shift_handover_next_fk foreign key (next_shift_id) references shift (id),
    constraint shift_handover_next_once unique (next_shift_id),
    constraint shift_handover_left check (left_minor >= 0),
    constraint shift_handover_to_another check (to_key is null or to_key <> given_by_key)
);

-- Nothing of this is ever changed.
create function shift_insert_only() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: the drawer is only added to', tg_op, tg_table_name
        using errcode = 'insufficient_privilege', constraint = 'shift_insert_only';
end $$;
create trigger shift_cash_movement_kept before update or delete on shift_cash_movement
    for each row execute function shift_insert_only();
create trigger shift_cash_movement_not_emptied before truncate on shift_cash_movement
    for each statement execute function shift_insert_only();
create trigger shift_closing_kept before update or delete on shift_closing
    for each row execute function shift_insert_only();
create trigger shift_closing_not_emptied before truncate on shift_closing
    for each statement execute function shift_insert_only();
create trigger shift_counted_kept before update or delete on shift_counted
    for each row execute function shift_insert_only();
create trigger shift_counted_not_emptied before truncate on shift_counted
    for each statement execute function shift_insert_only();
create trigger shift_handover_kept before update or delete on shift_handover
    for each row execute function shift_insert_only();
create trigger shift_handover_not_emptied before truncate on shift_handover
    for each statement execute function shift_insert_only();
alter table shift_cash_movement enable always trigger shift_cash_movement_kept;
alter table shift_cash_movement enable always trigger shift_cash_movement_not_emptied;
alter table shift_closing enable always trigger shift_closing_kept;
alter table shift_closing enable always trigger shift_closing_not_emptied;
alter table shift_counted enable always trigger shift_counted_kept;
alter table shift_counted enable always trigger shift_counted_not_emptied;
alter table shift_handover enable always trigger shift_handover_kept;
alter table shift_handover enable always trigger shift_handover_not_emptied;

-- A shift that is closed stays closed.
create function shift_stays_closed() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'shift % is closed', old.id
            using errcode = 'insufficient_privilege', constraint = 'shift_stays_closed';
    end if;
    return new;
end $$;
create trigger shift_closed_once before update on shift for each row execute function shift_stays_closed();

-- Money that moves holds the shift's lock with others until its transaction ends; closing waits for the lock alone. It is
-- an advisory lock because those queue in the order of asking: a till that never rests can be closed all the same. And
-- nothing is written to the shift's row, which hundred bills at once would fight for.
create function shift_hold(shift bigint) returns void language sql volatile as $$
    select pg_advisory_xact_lock_shared(1397246278, (shift % 2147483647)::int)
$$;

create function shift_hold_alone(shift bigint) returns void language sql volatile as $$
    select pg_advisory_xact_lock(1397246278, (shift % 2147483647)::int)
$$;

-- The newest open shift of an actor, or the open one of a till, held so that it stays open. Each statement in here sees
-- what was committed before it, so a shift that was closed while this waited is passed over.
create function shift_take_open(of_venue bigint, of_actor varchar, at_till varchar) returns setof shift
language plpgsql volatile as $$
declare
    candidate bigint;
begin
    loop
        select s.id into candidate from shift s
         where s.venue_id = of_venue and s.closed_at is null
           and (of_actor is null or s.opened_by_key = of_actor) and (at_till is null or s.till = at_till)
         order by s.opened_at desc, s.id desc limit 1;
        if not found then
            return;
        end if;
        perform shift_hold(candidate);
        return query select s.* from shift s where s.id = candidate and s.closed_at is null;
        if found then
            return;
        end if;
    end loop;
end $$;

-- A shift by its id, open or closed, held so that it stays what it is.
create function shift_take(wanted bigint) returns setof shift language plpgsql volatile as $$
begin
    perform shift_hold(wanted);
    return query select s.* from shift s where s.id = wanted;
end $$;
