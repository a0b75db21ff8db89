-- Most customers have no import key: they need no entry in its index.
alter table customer drop constraint customer_import_key_unique;
create unique index customer_import_key_unique on customer (import_key) where import_key is not null;
