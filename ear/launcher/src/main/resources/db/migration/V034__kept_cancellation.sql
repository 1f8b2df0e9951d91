-- Whoever had cancelled before moving to another provider has cancelled still when it stays after all
alter table retention_case add column ends_before date;
alter table retention_case add column cancelled_before text;
alter table retention_case add constraint retention_case_cancelled_before
  check (cancelled_before is null or ends_before is not null and cancelled_before in ('CUSTOMER', 'VENDOR'));
