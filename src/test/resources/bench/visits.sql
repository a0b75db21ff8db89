-- Nine of ten guests have been here, twenty times on average, each with a level of spend of his own.
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
select setseed(0.42);
insert into visit (id, customer_id, venue_id, visited_at, business_date, spend_minor, party_size, source)
select nextval('visit_seq'), g.customer_id, (select min(id) from venue), g.day + time '12:00', g.day, g.spend, 2, 'IMPORT'
  from (select c.id as customer_id, date ':lastDay' - floor(random() * 1825)::int as day,
               (c.level * (0.5 + random()))::bigint as spend
          from (select id, 1 + floor(-20.7 * ln(1 - random()))::int as visits,
                       2000 + floor(exp(8 + 2 * random()))::bigint as level
                  from customer where id % 12 <> 0) c
         cross join lateral generate_series(1, c.visits)) g
 order by g.day;
update customer set stage = 'ACTING' where stage in ('POTENTIAL', 'AWARE') and id % 12 <> 0;
reset session_replication_role;
reset work_mem;
reset maintenance_work_mem;
