-- What other modules may read of drawers: cash that was taken out or put in, and what counts differed by.
create view shift_v_cash_movement as
select m.id, m.shift_id, h.venue_id, h.business_date, m.direction, m.amount_minor, m.reason, m.at, m.done_by_key, m.done_by_name
  from shift_cash_movement m join shift h on h.id = m.shift_id;

create view shift_v_closing as
select c.shift_id, h.venue_id, h.business_date, h.till, c.closed_at, h.opened_by_key, h.opened_by_name, c.difference_minor
  from shift_closing c join shift h on h.id = c.shift_id;
