set work_mem = '128MB';
insert into bench.figure (customer_id, since, visits, spend_minor, lifetime_visits, lifetime_spend_minor, year_spend_minor,
                         last_visit_on)
select customer_id, date ':lastDay', count(*) filter (where business_date > date ':lastDay' - 365),
       coalesce(sum(spend_minor) filter (where business_date > date ':lastDay' - 365), 0)::bigint,
       count(*), sum(spend_minor)::bigint,
       coalesce(sum(spend_minor) filter (where business_date > date ':lastDay' - 365), 0)::bigint, max(business_date)
  from visit where business_date <= date ':lastDay'
 group by customer_id;
reset work_mem;
