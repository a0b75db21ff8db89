-- The list reads each of its orders and filters from an index alone, in order, however many customers there are.
create index customer_by_stage on customer (stage, id);
create index customer_by_rare_kind on customer (kind, id) where kind <> 'PERSON';
create index customer_rating_by_move on customer_rating (since, customer_id);
-- With the birthday itself in it the index alone answers how many there are in a month.
drop index customer_by_birth_month;
create index customer_by_birth_month on customer (extract(month from birthday), extract(day from birthday), id)
    include (birthday) where birthday is not null;
