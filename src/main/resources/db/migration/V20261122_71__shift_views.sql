-- What other modules may read of shifts.
create view shift_v_shift as select id, venue_id, till from shift;
