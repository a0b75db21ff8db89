-- Run after every migration by the owner of the tables: what the role of the application may do.
do $grants$
declare
    app_role    constant name := ${role};
    insert_only constant name[] := array [${insertOnly}]::name[];
    -- Where only some columns change, as 'table.column'.
    changeable  constant text[] := array [${changeable}]::text[];
    thing       record;
    wanted      text[];
    privilege   text;
    col         record;
begin
    if not has_schema_privilege(app_role, current_schema(), 'usage') then
        execute format('grant usage on schema %I to %I', current_schema(), app_role);
    end if;
    for thing in
        select c.oid, c.relname, c.relkind
          from pg_class c
         where c.relnamespace = current_schema()::regnamespace
           and c.relkind in ('r', 'p', 'v', 'm', 'S')
           and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    loop
        if thing.relkind = 'S' then
            if not has_sequence_privilege(app_role, thing.oid, 'usage') then
                execute format('grant usage, select on sequence %s to %I', thing.oid::regclass, app_role);
            end if;
            continue;
        end if;
        wanted := case
            when thing.relkind in ('v', 'm') or thing.relname = 'flyway_schema_history' then '{select}'
            when thing.relname = any (insert_only)
                or exists (select from unnest(changeable) c where split_part(c, '.', 1) = thing.relname)
                then '{select,insert}'
            else '{select,insert,update,delete}' end::text[];
        foreach privilege in array '{select,insert,update,delete,truncate}'::text[] loop
            if privilege = any (wanted) and not has_table_privilege(app_role, thing.oid, privilege) then
                execute format('grant %s on %s to %I', privilege, thing.oid::regclass, app_role);
            elsif not privilege = any (wanted) and has_table_privilege(app_role, thing.oid, privilege) then
                execute format('revoke %s on %s from %I', privilege, thing.oid::regclass, app_role);
            end if;
        end loop;
        for col in
            select a.attname,
                   'update' = any (wanted) or thing.relname || '.' || a.attname = any (changeable) as wanted,
                   has_column_privilege(app_role, thing.oid, a.attnum, 'update') as given
              from pg_attribute a where a.attrelid = thing.oid and a.attnum > 0 and not a.attisdropped
        loop
            if col.wanted and not col.given then
                execute format('grant update (%I) on %s to %I', col.attname, thing.oid::regclass, app_role);
            elsif col.given and not col.wanted then
                execute format('revoke update (%I) on %s from %I', col.attname, thing.oid::regclass, app_role);
            end if;
        end loop;
    end loop;
end
$grants$;
