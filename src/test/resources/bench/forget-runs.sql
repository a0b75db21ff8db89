-- As before the first night: nobody is rated, everybody marked, no visit after the last day.
do $$
begin
    execute (select 'truncate customer_rating, ' || string_agg(quote_ident(tablename), ', ') from pg_tables
              where schemaname = 'public' and tablename like 'segment\_%' and tablename <> 'segment_settings');
end
$$;
delete from visit where business_date > date ':lastDay';
truncate visit_mark;
insert into visit_mark (customer_id) select id from customer;
