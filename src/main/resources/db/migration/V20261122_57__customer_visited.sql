-- What a visit does to its guest, for the statement that books the visit: who comes is no longer only potential or aware.
create function customer_visited(visitor bigint) returns void language plpgsql as $$
begin
    update customer set stage = 'ACTING' where id = visitor and stage in ('POTENTIAL', 'AWARE');
end $$;
