drop schema if exists bench cascade;
create schema bench;
create table bench.figure (like segment_figure including generated);
alter table bench.figure alter state drop not null, alter state_since drop not null, add primary key (customer_id);
