-- Visits from the till have no import key: they need no entry in its index.
alter table visit drop constraint visit_import_key_unique;
create unique index visit_import_key_unique on visit (import_key) where import_key is not null;
