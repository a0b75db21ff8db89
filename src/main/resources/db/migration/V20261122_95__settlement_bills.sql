-- A bill that was paid, its lines with their share of every price step, its tenders, and what was given back.
create sequence settlement_seq increment by 1;
create table settlement (
    id                        bigint       not null,
    venue_id                  bigint       not null,
    bill_number               varchar(100) not null,
    bill_version              int          not null default 1,
    receipt_number            varchar(80)  not null,
    till                      varchar(40)  not null,
    shift_id                  bigint       not null,
    business_date             date         not null,
    settled_at                timestamptz  not null,
    settled_by_key            varchar(60)  not null,
    settled_by_name           varchar(200) not null,
    customer_id               bigint,
    card_id                   bigint,
    visit_id                  bigint,
    posting_id                bigint,
    pay_by                    varchar(10)  not null,
    list_total_minor          bigint       not null,
    member_price_saving_minor bigint       not null,
    discount_minor            bigint       not null,
    coupon_minor              bigint       not null,
    points_minor              bigint       not null,
    rounding_minor            bigint       not null,
    payable_minor             bigint       not null,
    points_earned             bigint       not null,
    -- What of them rewarded coming often.
    visit_bonus_points        bigint       not null default 0,
    points_redeemed           bigint       not null,
    points_before             bigint,
    points_after              bigint,
    -- How the price came about, in the stored shape bill-steps/1.
    steps                     json         not null,
    refunded_minor            bigint       not null default 0,
    points_worth_back_minor   bigint       not null default 0,
    points_returned           bigint       not null default 0,
    points_clawed_back        bigint       not null default 0,
    refunded_whole            boolean      not null default false,
    receipts_printed          int          not null default 0,
    constraint settlement_pk primary key (id),
    constraint settlement_bill_once unique (venue_id, bill_number, bill_version),
    constraint settlement_receipt_unique unique (receipt_number),
    constraint settlement_venue_fk foreign key (venue_id) references venue (id),
    constraint settlement_shift_fk foreign key (shift_id) references shift (id),
    constraint settlement_customer_fk foreign key (customer_id) references customer (id),
    constraint settlement_card_fk foreign key (card_id) references card (id),
    constraint settlement_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint settlement_visit_fk foreign key (visit_id) references visit (id) on delete set null,
    constraint settlement_pay_by check (pay_by in ('BALANCE', 'OTHER')),
    constraint settlement_adds_up check (payable_minor = list_total_minor - member_price_saving_minor - discount_minor
                                         - coupon_minor - points_minor + rounding_minor),
    constraint settlement_payable_not_negative check (payable_minor >= 0),
    constraint settlement_refund_within_payable check (refunded_minor between 0 and payable_minor),
    constraint settlement_visit_bonus_within check (visit_bonus_points between 0 and points_earned),
    constraint settlement_points_back_within check (points_returned between 0 and points_redeemed
                                                    and points_clawed_back between 0 and points_earned
                                                    and points_worth_back_minor between 0 and points_minor)
);
create index settlement_by_venue_day on settlement (venue_id, business_date, id desc);
create index settlement_by_customer on settlement (customer_id, id desc);
create index settlement_by_visit on settlement (visit_id) where visit_id is not null;
create index settlement_by_shift on settlement (shift_id);
create index settlement_by_bill_number on settlement (bill_number varchar_pattern_ops);
create index settlement_by_receipt_number on settlement (receipt_number varchar_pattern_ops);

create table settlement_line (
    settlement_id      bigint       not null,
    line               int          not null,
    item               varchar(40),
    name               varchar(200) not null,
    quantity           bigint       not null,
    unit_price_minor   bigint       not null,
    discountable       boolean      not null,
    list_minor         bigint       not null,
    payable_minor      bigint       not null,
    share_member_price_minor bigint       not null,
    share_discount_minor bigint       not null,
    share_coupon_minor bigint       not null,
    share_points_minor bigint       not null,
    share_rounding_minor bigint       not null,
    refunded_quantity  bigint       not null default 0,
    constraint settlement_line_pk primary key (settlement_id, line),
    constraint settlement_line_settlement_fk foreign key (settlement_id) references settlement (id)
        deferrable initially deferred,
    constraint settlement_line_adds_up check (payable_minor = list_minor - share_member_price_minor - share_discount_minor
                                              - share_coupon_minor - share_points_minor + share_rounding_minor),
    constraint settlement_line_quantity check (quantity > 0),
    constraint settlement_line_refund_within check (refunded_quantity between 0 and quantity)
);

create table settlement_tender (
    settlement_id        bigint      not null,
    tender               int         not null,
    type                 varchar(20) not null,
    amount_minor         bigint      not null,
    change_minor         bigint      not null,
    card_id              bigint,
    principal_minor      bigint,
    bonus_minor          bigint,
    balance_before_minor bigint,
    balance_after_minor  bigint,
    refunded_minor       bigint      not null default 0,
    constraint settlement_tender_pk primary key (settlement_id, tender),
    constraint settlement_tender_settlement_fk foreign key (settlement_id) references settlement (id)
        deferrable initially deferred,
    constraint settlement_tender_card_fk foreign key (card_id) references card (id),
    constraint settlement_tender_change check (change_minor between 0 and amount_minor),
    constraint settlement_tender_refund_within check (refunded_minor between 0 and amount_minor - change_minor),
    constraint settlement_tender_card_parts check (
        (type = 'STORED_VALUE') = (card_id is not null)
        and (principal_minor is null or principal_minor + bonus_minor = amount_minor))
);
create index settlement_tender_by_card on settlement_tender (card_id, settlement_id desc) where card_id is not null;

create table settlement_guest (
    settlement_id bigint not null,
    customer_id   bigint not null,
    constraint settlement_guest_pk primary key (settlement_id, customer_id),
    constraint settlement_guest_settlement_fk foreign key (settlement_id) references settlement (id)
        deferrable initially deferred,
    constraint settlement_guest_customer_fk foreign key (customer_id) references customer (id)
);
create index settlement_guest_by_customer on settlement_guest (customer_id);

create sequence settlement_refund_seq increment by 1;
create table settlement_refund (
    id                 bigint       not null,
    settlement_id      bigint       not null,
    shift_id           bigint       not null,
    business_date      date         not null,
    refunded_at        timestamptz  not null,
    refunded_by_key    varchar(60)  not null,
    refunded_by_name   varchar(200) not null,
    reason             varchar(500) not null,
    refund_minor       bigint       not null,
    rounding_minor     bigint       not null,
    points_worth_minor bigint       not null,
    points_clawed_back bigint       not null,
    -- Points that should have been taken again and were no longer there.
    points_shortfall   bigint       not null,
    points_returned    bigint       not null,
    posting_id         bigint,
    constraint settlement_refund_pk primary key (id),
    constraint settlement_refund_settlement_fk foreign key (settlement_id) references settlement (id),
    constraint settlement_refund_shift_fk foreign key (shift_id) references shift (id),
    constraint settlement_refund_posting_fk foreign key (posting_id) references ledger_posting (id),
    constraint settlement_refund_not_negative check (
        refund_minor >= 0 and points_worth_minor >= 0 and points_clawed_back >= 0 and points_shortfall >= 0
        and points_returned >= 0)
);
create index settlement_refund_by_settlement on settlement_refund (settlement_id, id);

create table settlement_refund_tender (
    refund_id            bigint      not null,
    -- The tender of the bill that it goes back to.
    tender               int         not null,
    type                 varchar(20) not null,
    amount_minor         bigint      not null,
    card_id              bigint,
    principal_minor      bigint,
    bonus_minor          bigint,
    balance_before_minor bigint,
    balance_after_minor  bigint,
    constraint settlement_refund_tender_pk primary key (refund_id, tender),
    constraint settlement_refund_tender_refund_fk foreign key (refund_id) references settlement_refund (id),
    constraint settlement_refund_tender_card_fk foreign key (card_id) references card (id),
    constraint settlement_refund_tender_amount check (amount_minor > 0)
);

create table settlement_refund_line (
    refund_id bigint not null,
    line      int    not null,
    quantity  bigint not null,
    constraint settlement_refund_line_pk primary key (refund_id, line),
    constraint settlement_refund_line_refund_fk foreign key (refund_id) references settlement_refund (id),
    constraint settlement_refund_line_quantity check (quantity > 0)
);

-- The bill a cashier is typing at the till; it lives until it is paid or thrown away.
create sequence settlement_draft_seq increment by 1;
create table settlement_draft (
    id          bigint      not null,
    venue_id    bigint      not null,
    actor_key   varchar(60) not null,
    -- In the stored shape bill-draft/1.
    content     json        not null,
    changed_at  timestamptz not null,
    constraint settlement_draft_pk primary key (id),
    constraint settlement_draft_one_per_cashier unique (venue_id, actor_key),
    constraint settlement_draft_venue_fk foreign key (venue_id) references venue (id)
);

-- Published: bills, and every amount that came in for one or went back, for the dashboards.
create view settlement_v_bill as
select id, venue_id, business_date, bill_number, receipt_number, settled_at, customer_id from settlement;
create view settlement_v_money as
select s.id as settlement_id, s.receipt_number, s.venue_id, s.business_date, s.settled_at as at, false as refund, t.type,
       t.card_id, t.amount_minor
  from settlement s join settlement_tender t on t.settlement_id = s.id
union all
select s.id, s.receipt_number, s.venue_id, r.business_date, r.refunded_at, true, t.type, t.card_id, -t.amount_minor
  from settlement_refund r
  join settlement s on s.id = r.settlement_id
  join settlement_refund_tender t on t.refund_id = r.id;
