-- Which value of a refused row could not be read.
alter table work_job_rejected add column reason_field varchar(60);
