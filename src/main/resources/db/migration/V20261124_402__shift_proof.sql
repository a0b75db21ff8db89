-- What shifts say about the books, for the ledger's verification.

-- What was closed agrees with the books, the drawer and itself.
create view shift_v_wrong_closing as
select 'shift' as subject, h.id as subject_id, h.till::text as label, part.detail, '{}'::bigint[] as holders,
       part.expected::text as expected, part.found::text as found
  from shift_closing c
  join shift h on h.id = c.shift_id
  left join (select p.shift_id, count(*) as postings, coalesce(-sum(m.amount), 0) as cash_minor
               from shift_closing closed
               join ledger_v_posting p on p.shift_id = closed.shift_id
               left join (select posting_id, sum(amount) as amount
                            from ledger_v_moved where account_kind = 'CASH' group by posting_id) m on m.posting_id = p.id
              group by p.shift_id) l on l.shift_id = c.shift_id
  left join (select shift_id, coalesce(sum(amount_minor) filter (where direction = 'IN'), 0) as cash_in,
                    coalesce(sum(amount_minor) filter (where direction = 'OUT'), 0) as cash_out
               from shift_cash_movement group by shift_id) m on m.shift_id = c.shift_id
  left join (select shift_id, sum(value_minor * pieces) as counted from shift_counted group by shift_id) n
         on n.shift_id = c.shift_id
  left join shift_handover v on v.shift_id = c.shift_id
  left join shift t on t.id = v.next_shift_id
  cross join lateral (select coalesce(h.float_minor, 0) + coalesce(l.cash_minor, 0) + coalesce(m.cash_in, 0)
                             - coalesce(m.cash_out, 0) as minor) expected
  cross join lateral (values
        ('postings', coalesce(l.postings, 0), c.postings::numeric),
        ('float', coalesce(h.float_minor, 0), c.float_minor),
        ('cashTaken', coalesce(l.cash_minor, 0), c.cash_taken_minor),
        ('cashIn', coalesce(m.cash_in, 0), c.cash_in_minor),
        ('cashOut', coalesce(m.cash_out, 0), c.cash_out_minor),
        ('expectedCash', expected.minor, c.expected_cash_minor),
        ('countedCash', coalesce(n.counted, c.counted_cash_minor), c.counted_cash_minor),
        ('difference', c.counted_cash_minor - expected.minor, c.difference_minor),
        ('left', coalesce(t.float_minor, v.left_minor), v.left_minor)) as part (detail, expected, found)
 where part.expected is distinct from part.found;

-- A shift that ended was counted, and one that was counted ended then.
create view shift_v_wrong_end as
select 'shift' as subject, coalesce(h.id, c.shift_id) as subject_id, coalesce(h.till, '')::text as label,
       'closedAt' as detail, '{}'::bigint[] as holders, coalesce(c.closed_at::text, '–') as expected,
       coalesce(h.closed_at::text, '–') as found
  from shift h
  full join shift_closing c on c.shift_id = h.id
 where h.closed_at is distinct from c.closed_at and (h.float_minor is not null or c.shift_id is not null);

-- Whatever was booked in a shift was booked where the shift was.
create view shift_v_wrong_place as
select 'posting' as subject, p.id as subject_id, p.reference::text as label, 'place' as detail,
       ledger_holders(p.id) as holders, coalesce(h.venue_id::text, '–') as expected, p.venue_id::text as found
  from ledger_v_posting p
  left join shift h on h.id = p.shift_id
 where p.shift_id is not null and h.venue_id is distinct from p.venue_id;
