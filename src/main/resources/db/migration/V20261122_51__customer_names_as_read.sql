-- Lists are in the order in which Chinese readers look names up.
drop index customer_by_name;
create index customer_by_name on customer (name collate "zh-x-icu", id);
