-- The laws of the books, kept by the database itself, whoever writes.

-- 1. A posting belongs to the transaction that made it, and only that one adds its entries and draws.
create function ledger_posting_stamp() returns trigger language plpgsql as $$
begin
    new.made_in := pg_current_xact_id();
    return new;
end $$;
create trigger ledger_posting_stamped before insert on ledger_posting
    for each row execute function ledger_posting_stamp();
alter table ledger_posting enable always trigger ledger_posting_stamped;

-- 2. The entries that one statement adds to a posting sum to zero in each unit, so at no time is a posting lopsided; their
-- accounts exist. (Accounts are never removed, law 4, so no lock on them is needed.) The look-ups are written so that
-- they go by the keys however large the books grow.
create function ledger_entries_lawful() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    wrong record;
begin
    select posting_id, bool_and(open) as open, bool_and(unit is not null) as known,
           coalesce(sum(amount) filter (where unit = 'CURRENCY'), 0) as currency,
           coalesce(sum(amount) filter (where unit = 'POINTS'), 0) as points
      into wrong
      from (select a.posting_id, a.amount,
                   (select b.unit from ledger_account b where b.id = a.account_id) as unit,
                   coalesce((select p.made_in = pg_current_xact_id() from ledger_posting p where p.id = a.posting_id),
                            false) as open
              from added a) entry
     group by posting_id
    having not bool_and(open) or not bool_and(unit is not null)
        or coalesce(sum(amount) filter (where unit = 'CURRENCY'), 0) <> 0
        or coalesce(sum(amount) filter (where unit = 'POINTS'), 0) <> 0
     limit 1;
    if not found then
        return null;
    elsif not wrong.open then
        raise exception 'posting % is closed: nothing can be added to it', wrong.posting_id
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_closed_posting';
    elsif not wrong.known then
        raise exception 'posting % has an entry on an account that does not exist', wrong.posting_id
            using errcode = 'foreign_key_violation', constraint = 'ledger_entry_account_exists';
    else
        raise exception 'posting % does not sum to zero: currency %, points %', wrong.posting_id, wrong.currency, wrong.points
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_posting_sums_to_zero';
    end if;
end $$;
create trigger ledger_entry_lawful after insert on ledger_entry
    referencing new table as added for each statement execute function ledger_entries_lawful();
alter table ledger_entry enable always trigger ledger_entry_lawful;

create function ledger_draws_lawful() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    closed bigint;
begin
    select posting_id into closed
      from (select a.posting_id,
                   coalesce((select p.made_in = pg_current_xact_id() from ledger_posting p where p.id = a.posting_id),
                            false) as open
              from added a) draw
     where not open limit 1;
    if found then
        raise exception 'posting % is closed: nothing can be added to it', closed
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_closed_posting';
    end if;
    return null;
end $$;
create trigger ledger_draw_lawful after insert on ledger_draw
    referencing new table as added for each statement execute function ledger_draws_lawful();
alter table ledger_draw enable always trigger ledger_draw_lawful;

-- There is no posting without entries. Checked when the transaction commits.
create function ledger_posting_moves_something() returns trigger language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
    if not exists (select from ledger_entry e where e.posting_id = new.id) then
        raise exception 'posting % has no entries', new.id
            using errcode = 'integrity_constraint_violation', constraint = 'ledger_posting_without_entries';
    end if;
    return null;
end $$;
create constraint trigger ledger_posting_complete after insert on ledger_posting
    deferrable initially deferred for each row execute function ledger_posting_moves_something();
alter table ledger_posting enable always trigger ledger_posting_complete;

-- 3. Nothing that was posted is ever changed or taken away.
create function ledger_insert_only() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: the ledger is only added to', tg_op, tg_table_name
        using errcode = 'insufficient_privilege', constraint = 'ledger_insert_only';
end $$;
create trigger ledger_posting_kept before update or delete on ledger_posting
    for each row execute function ledger_insert_only();
create trigger ledger_posting_not_emptied before truncate on ledger_posting
    for each statement execute function ledger_insert_only();
create trigger ledger_entry_kept before update or delete on ledger_entry
    for each row execute function ledger_insert_only();
create trigger ledger_entry_not_emptied before truncate on ledger_entry
    for each statement execute function ledger_insert_only();
create trigger ledger_draw_kept before update or delete on ledger_draw
    for each row execute function ledger_insert_only();
create trigger ledger_draw_not_emptied before truncate on ledger_draw
    for each statement execute function ledger_insert_only();
alter table ledger_posting enable always trigger ledger_posting_kept;
alter table ledger_posting enable always trigger ledger_posting_not_emptied;
alter table ledger_entry enable always trigger ledger_entry_kept;
alter table ledger_entry enable always trigger ledger_entry_not_emptied;
alter table ledger_draw enable always trigger ledger_draw_kept;
alter table ledger_draw enable always trigger ledger_draw_not_emptied;

-- 4. An account and a lot stay what they were opened as; only what is on them and in them changes.
create function ledger_account_identity() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.kind, new.unit, new.holder_id)
            is distinct from (old.id, old.kind, old.unit, old.holder_id) then
        raise exception 'account % cannot be changed or removed', old.id
            using errcode = 'insufficient_privilege', constraint = 'ledger_account_stays';
    end if;
    return new;
end $$;
create trigger ledger_account_stays before update of id, kind, unit, holder_id or delete on ledger_account
    for each row execute function ledger_account_identity();
alter table ledger_account enable always trigger ledger_account_stays;

create function ledger_lot_identity() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.posting_id, new.account_id, new.bonus_account_id, new.amount, new.bonus)
            is distinct from (old.id, old.posting_id, old.account_id, old.bonus_account_id, old.amount, old.bonus) then
        raise exception 'lot % cannot be changed or removed', old.id
            using errcode = 'insufficient_privilege', constraint = 'ledger_lot_stays';
    end if;
    return new;
end $$;
create trigger ledger_lot_stays
    before update of id, posting_id, account_id, bonus_account_id, amount, bonus or delete on ledger_lot
    for each row execute function ledger_lot_identity();
alter table ledger_lot enable always trigger ledger_lot_stays;
