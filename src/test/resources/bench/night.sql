-- One guest in a hundred comes on this day; whoever writes a visit marks its customer.
insert into visit (id, customer_id, venue_id, visited_at, business_date, spend_minor, party_size, source)
select nextval('visit_seq'), id, (select min(id) from venue), date ':day' + time '12:00', date ':day',
       10000 + (id * 7919) % 20000, 2, 'API'
  from customer where id % 100 = :night;
insert into visit_mark (customer_id) select id from customer where id % 100 = :night;
analyze visit_mark;
