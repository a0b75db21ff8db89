drop table if exists bare_figure;
create table bare_figure (like segment_figure including generated);
alter table bare_figure alter state drop not null, alter state_since drop not null, add primary key (customer_id);
