-- What other modules read of guests.

create or replace view customer_v_guest as
select c.id, c.number, c.external_ref, c.name, c.stage, c.created_at, c.phone is not null as has_phone,
       c.birthday is not null as has_birthday, coalesce(r.status, 'NEW') as rating_status, c.language
  from customer c left join customer_rating r on r.customer_id = c.id;

-- What the kitchen must know of a guest (R1.6): from the profile and from what was observed.
create view customer_v_dietary_warning as
select id as customer_id, dietary as text from customer where dietary <> ''
union
select customer_id, text from customer_observation where category = 'DIETARY' and retired_at is null;
