-- Card programmes: the rules under which cards are issued. Their terms are one value in the shape it names, by version.
create sequence card_programme_seq increment by 50;
create table card_programme (
    id              bigint       not null,
    code            varchar(40)  not null,
    name            varchar(200) not null,
    created_at      timestamptz  not null,
    created_by_key  varchar(60)  not null,
    created_by_name varchar(200) not null,
    version         int          not null,
    constraint card_programme_pk primary key (id),
    constraint card_programme_code_unique unique (code)
);

create table card_programme_terms (
    programme_id bigint       not null,
    version      int          not null,
    valid_from   date         not null,
    terms        jsonb        not null,
    set_at       timestamptz  not null,
    set_by_key   varchar(60)  not null,
    set_by_name  varchar(200) not null,
    constraint card_programme_terms_pk primary key (programme_id, version),
    constraint card_programme_terms_programme_fk foreign key (programme_id) references card_programme (id),
    constraint card_programme_terms_version_counted check (version >= 1),
    constraint card_programme_terms_shaped check (coalesce(terms ->> 'shape', '') ~ '^programme-terms/[0-9]+$')
);
