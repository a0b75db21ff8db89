-- A customer is found by the number too, however the row came in: as it is said (k000123) and by its digits alone.
create function customer_add_number_terms() returns trigger language plpgsql as $$
begin
    insert into customer_term (term, customer_id, kind)
    select term, id, 'NUMBER'
      from added, lateral (values (lower(replace(number, '-', ''))), (regexp_replace(number, '[^0-9]', '', 'g'))) as said(term)
    on conflict on constraint customer_term_pk do nothing;
    return null;
end
$$;
create trigger customer_found_by_number after insert on customer
    referencing new table as added for each statement execute function customer_add_number_terms();
