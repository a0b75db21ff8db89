-- Value that goes on with another holder: a card that is replaced hands its lots over, and what comes back to it later goes
-- the same way. A lot that has moved remembers the lot it was when its value came in.

alter table ledger_posting drop constraint ledger_posting_kind_known;
alter table ledger_posting add constraint ledger_posting_kind_known check (kind in
    ('TOP_UP', 'CARD_FEE', 'BILL', 'BILL_REFUND', 'CARD_REPLACEMENT', 'POINTS_EXPIRY', 'OPENING'));

alter table ledger_lot add column origin_id bigint;
alter table ledger_lot add constraint ledger_lot_origin_fk foreign key (origin_id) references ledger_lot (id);
alter table ledger_lot add constraint ledger_lot_origin_earlier check (origin_id < id);
create index ledger_lot_by_origin on ledger_lot (origin_id) where origin_id is not null;

create or replace function ledger_lot_identity() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.id, new.posting_id, new.account_id, new.bonus_account_id, new.amount, new.bonus, new.origin_id)
            is distinct from (old.id, old.posting_id, old.account_id, old.bonus_account_id, old.amount, old.bonus,
                              old.origin_id) then
        raise exception 'lot % cannot be changed or removed', old.id
            using errcode = 'insufficient_privilege', constraint = 'ledger_lot_stays';
    end if;
    return new;
end $$;
drop trigger ledger_lot_stays on ledger_lot;
create trigger ledger_lot_stays
    before update of id, posting_id, account_id, bonus_account_id, amount, bonus, origin_id or delete on ledger_lot
    for each row execute function ledger_lot_identity();
alter table ledger_lot enable always trigger ledger_lot_stays;

-- A lot that has moved is still the lot it was: same kind, rule and days; and no more of it moved than left its lots in the
-- same posting.
create view ledger_v_wrong_origin as
select 'lot' as subject, l.id as subject_id, l.rule::text as label, part.detail, array[a.holder_id] as holders,
       coalesce(part.expected, '–') as expected, coalesce(part.found, '–') as found
  from ledger_lot l
  left join ledger_lot o on o.id = l.origin_id
  left join ledger_account a on a.id = l.account_id
  left join ledger_account b on b.id = o.account_id
  cross join lateral (values ('origin', '–', o.origin_id::text),
                             ('kind', b.kind::text, a.kind::text),
                             ('rule', o.rule::text, l.rule::text),
                             ('usableFrom', o.usable_from::text, l.usable_from::text),
                             ('expiresOn', o.expires_on::text, l.expires_on::text)) as part (detail, expected, found)
 where l.origin_id is not null and coalesce(part.expected, '–') <> coalesce(part.found, '–')
union all
select 'posting', came.posting_id, p.reference, part.detail, ledger_holders(came.posting_id), '<= ' || part.gone, part.came::text
  from (select posting_id, origin_id, sum(amount) as amount, sum(bonus) as bonus
          from ledger_lot where origin_id is not null group by 1, 2) came
  left join ledger_posting p on p.id = came.posting_id
  left join lateral (select coalesce(sum(greatest(d.amount, 0)), 0) as amount, coalesce(sum(greatest(d.bonus, 0)), 0) as bonus
                       from ledger_draw d
                       join ledger_lot l on l.id = d.lot_id
                      where d.posting_id = came.posting_id and coalesce(l.origin_id, l.id) = came.origin_id) gone on true
  cross join lateral (values ('moved', gone.amount, came.amount),
                             ('movedBonus', gone.bonus, came.bonus)) as part (detail, gone, came)
 where part.came > part.gone;

-- Only lots that have moved say more than before, so that everything sealed so far stays what it was.
create or replace view ledger_posting_content as
select p.id, p.made_in,
       row(p.id, p.kind, p.reference, p.venue_id, p.business_date - date '2000-01-01', extract(epoch from p.at),
           p.actor_key, p.actor_name, p.shift_id, p.reverses_posting_id, p.refunds_posting_id, p.made_in)::text
       || coalesce((select string_agg(row(e.id, e.account_id, e.amount, e.balance_after, e.explanation)::text, ''
                                      order by e.id)
                      from ledger_entry e where e.posting_id = p.id), '')
       || coalesce((select string_agg(row(l.id, l.account_id, l.bonus_account_id, l.amount, l.bonus, l.rule,
                                          l.earned_on - date '2000-01-01', l.usable_from - date '2000-01-01',
                                          l.expires_on - date '2000-01-01')::text || coalesce('<' || l.origin_id, ''), ''
                                      order by l.id)
                      from ledger_lot l where l.posting_id = p.id), '')
       || coalesce((select string_agg(row(d.id, d.lot_id, d.amount, d.bonus, d.list_value)::text, '' order by d.id)
                      from ledger_draw d where d.posting_id = p.id), '') as content
  from ledger_posting p;
