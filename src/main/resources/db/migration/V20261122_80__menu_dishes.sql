create sequence menu_dish_seq increment by 50;
create table menu_dish (
    id                 bigint       not null,
    version            bigint       not null,
    code               varchar(40)  not null,
    name               varchar(200) not null,
    category           varchar(100) not null,
    price_minor        bigint       not null,
    member_price_minor bigint,
    discountable       boolean      not null,
    active             boolean      not null,
    search_terms       text         not null,
    constraint menu_dish_pk primary key (id),
    constraint menu_dish_code_unique unique (code),
    constraint menu_dish_price_range check (price_minor between 0 and 1000000000000),
    constraint menu_dish_member_price_range check (member_price_minor between 0 and 1000000000000)
);
create index menu_dish_by_category on menu_dish (category, code);
