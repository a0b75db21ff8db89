-- Card programmes: the rules under which cards are issued. What a programme has not is null.
create sequence card_programme_seq increment by 1;
create table card_programme (
    id                    bigint       not null,
    code                  varchar(40)  not null,
    name                  varchar(200) not null,
    spend_order           varchar(20),
    min_top_up            bigint,
    max_balance           bigint,
    pin_above             bigint,
    off_paid_by_balance   int,
    off_paid_otherwise    int,
    earn_points           bigint,
    earn_per              bigint,
    min_bill              bigint,
    redeem_per_point      bigint,
    points_valid_months   int,
    visit_bonus_visits    int,
    visit_bonus_days      int,
    visit_bonus_points    bigint,
    member_fee            bigint,
    member_valid_months   int,
    created_at            timestamptz  not null,
    created_by            varchar(200) not null,
    constraint card_programme_pk primary key (id),
    constraint card_programme_code_unique unique (code),
    constraint card_programme_spend_order_known
        check (spend_order in ('PRINCIPAL_FIRST', 'BONUS_FIRST', 'PROPORTIONAL')),
    constraint card_programme_stored_value_limits check (
        spend_order is not null or (min_top_up is null and max_balance is null and pin_above is null)),
    constraint card_programme_limits_sane check (min_top_up >= 0 and max_balance >= 0 and pin_above >= 0),
    constraint card_programme_discount_whole check ((off_paid_by_balance is null) = (off_paid_otherwise is null)),
    constraint card_programme_discount_sane check (
        off_paid_by_balance between 0 and 10000 and off_paid_otherwise between 0 and 10000),
    constraint card_programme_points_whole check (
        (earn_points is null) = (earn_per is null) and (earn_points is null) = (min_bill is null)),
    constraint card_programme_points_sane check (
        earn_points >= 0 and earn_per > 0 and min_bill >= 0 and redeem_per_point > 0 and points_valid_months > 0),
    constraint card_programme_visit_bonus_whole check (
        (visit_bonus_visits is null) = (visit_bonus_days is null)
        and (visit_bonus_visits is null) = (visit_bonus_points is null)),
    constraint card_programme_visit_bonus_sane check (
        visit_bonus_visits > 0 and visit_bonus_days > 0 and visit_bonus_points >= 0),
    constraint card_programme_member_price_whole check ((member_fee is null) = (member_valid_months is null)),
    constraint card_programme_member_price_sane check (member_fee >= 0 and member_valid_months > 0)
);

create table card_programme_tier (
    programme_id bigint not null,
    at_least     bigint not null,
    bonus        bigint not null,
    constraint card_programme_tier_pk primary key (programme_id, at_least),
    constraint card_programme_tier_programme_fk foreign key (programme_id) references card_programme (id),
    constraint card_programme_tier_sane check (at_least > 0 and bonus >= 0)
);
