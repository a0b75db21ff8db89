-- Seals: what sums cannot see. New postings are hashed with their entries and causes, in the order of their ids, into a
-- chain in which each head holds all before it. A head that was printed is a witness outside this database.

create index ledger_posting_by_transaction on ledger_posting (made_in);

create table ledger_seal (
    number         bigint      not null,
    -- The server that sealed. Transaction numbers are those of one server: on another one they begin anew.
    cluster        bigint      not null,
    -- Every posting up to this transaction was sealed.
    sealed_through xid8        not null,
    postings       bigint      not null,
    -- Over the hashes of its postings, and over the head before it and everything above.
    digest         bytea       not null,
    head           bytea       not null,
    at             timestamptz not null,
    constraint ledger_seal_pk primary key (number),
    constraint ledger_seal_head_once unique (head),
    constraint ledger_seal_holds_something check (number > 0 and postings > 0)
);
create index ledger_seal_by_cluster on ledger_seal (cluster, number);

-- The hash of each posting as it was sealed. That the posting exists is what the seal is there to find out.
create table ledger_sealed (
    posting_id  bigint not null,
    seal_number bigint not null,
    hash        bytea  not null,
    constraint ledger_sealed_pk primary key (posting_id),
    constraint ledger_sealed_seal_fk foreign key (seal_number) references ledger_seal (number)
);
create index ledger_sealed_by_seal on ledger_sealed (seal_number, posting_id);

create trigger ledger_seal_kept before update or delete on ledger_seal
    for each row execute function ledger_insert_only();
create trigger ledger_seal_not_emptied before truncate on ledger_seal
    for each statement execute function ledger_insert_only();
create trigger ledger_sealed_kept before update or delete on ledger_sealed
    for each row execute function ledger_insert_only();
create trigger ledger_sealed_not_emptied before truncate on ledger_sealed
    for each statement execute function ledger_insert_only();
alter table ledger_seal enable always trigger ledger_seal_kept;
alter table ledger_seal enable always trigger ledger_seal_not_emptied;
alter table ledger_sealed enable always trigger ledger_sealed_kept;
alter table ledger_sealed enable always trigger ledger_sealed_not_emptied;

-- Everything of a posting that never changes, as one text in which no two postings are alike. Dates and times are numbers,
-- so that no setting of a session changes them. A column that is added later stays outside: what was sealed stays sealed.
create view ledger_posting_content as
select p.id, p.made_in,
       row(p.id, p.kind, p.reference, p.venue_id, p.business_date - date '2000-01-01', extract(epoch from p.at),
           p.actor_key, p.actor_name, p.shift_id, p.reverses_posting_id, p.refunds_posting_id, p.made_in)::text
       || coalesce((select string_agg(row(e.id, e.account_id, e.amount, e.balance_after, e.explanation)::text, ''
                                      order by e.id)
                      from ledger_entry e where e.posting_id = p.id), '')
       || coalesce((select string_agg(row(l.id, l.account_id, l.bonus_account_id, l.amount, l.bonus, l.rule,
                                          l.earned_on - date '2000-01-01', l.usable_from - date '2000-01-01',
                                          l.expires_on - date '2000-01-01')::text, '' order by l.id)
                      from ledger_lot l where l.posting_id = p.id), '')
       || coalesce((select string_agg(row(d.id, d.lot_id, d.amount, d.bonus, d.list_value)::text, '' order by d.id)
                      from ledger_draw d where d.posting_id = p.id), '') as content
  from ledger_posting p;

-- The head of a seal: the head before it and everything the seal says.
create function ledger_seal_head(previous bytea, number bigint, cluster bigint, sealed_through xid8, postings bigint,
                                 digest bytea, at timestamptz) returns bytea language sql immutable parallel safe as $$
    select sha256(coalesce(previous, '') || convert_to(
        row(number, cluster, sealed_through, postings, extract(epoch from at), encode(digest, 'hex'))::text, 'UTF8'))
$$;

-- Each seal is what its postings were, and stands on the one before it.
create view ledger_v_wrong_seal as
select 'seal' as subject, s.number as subject_id, ''::text as label, part.detail, '{}'::bigint[] as holders,
       part.expected, part.found
  from (select number, cluster, sealed_through, postings, digest, head, at,
               lag(head) over (order by number) as previous, lag(number, 1, 0::bigint) over (order by number) as before
          from ledger_seal) s
  left join (select seal_number, count(*) as postings, sha256(string_agg(hash, ''::bytea order by posting_id)) as digest
               from ledger_sealed group by seal_number) kept on kept.seal_number = s.number
  cross join lateral (values
        ('number', (s.before + 1)::text, s.number::text),
        ('postings', s.postings::text, coalesce(kept.postings, 0)::text),
        ('digest', encode(s.digest, 'hex'), coalesce(encode(kept.digest, 'hex'), '–')),
        ('head', encode(ledger_seal_head(s.previous, s.number, s.cluster, s.sealed_through, s.postings, s.digest, s.at),
                        'hex'), encode(s.head, 'hex'))) as part (detail, expected, found)
 where part.expected <> part.found
union all
select 'posting', s.posting_id, '', 'seal', ledger_holders(s.posting_id), 'seal ' || s.seal_number, '–'
  from ledger_sealed s where not exists (select from ledger_seal n where n.number = s.seal_number);

-- Nothing was slipped in below the newest seal.
create view ledger_v_wrong_unsealed as
select 'posting' as subject, p.id as subject_id, p.reference::text as label, 'seal' as detail,
       ledger_holders(p.id) as holders, 'seal ' || newest.number as expected, '–' as found
  from (select number, sealed_through from ledger_seal
         where cluster = (select system_identifier from pg_control_system()) order by number desc limit 1) newest
  join ledger_posting p on p.made_in <= newest.sealed_through
 where not exists (select from ledger_sealed s where s.posting_id = p.id);
