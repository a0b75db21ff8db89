-- What other modules may read of what was done.
create view audit_v_deed as
select id, at, actor_key, actor_name, action, subject_type, subject_id from audit_line;
