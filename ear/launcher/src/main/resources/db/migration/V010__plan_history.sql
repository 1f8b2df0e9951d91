-- The plans that subscriptions have left, each with the last day on which it was in force; the present
-- one is in subscription. A day that is charged late is charged by its own plan. What was left before
-- this table came is not known and counts as if it had never been.
create table former_plan (
  customer_id     bigint not null,
  subscription_id bigint not null references subscription,
  through         date   not null,
  plan_code       text   not null,
  primary key (subscription_id, through)
);

-- Plans of dry runs, to be thrown away once they are old
create index billing_run_dry on billing_run (started_at) where mode = 'DRY' and state <> 'DISCARDED';

-- Throws a part of a dry run's plan away; gives how much that was, 0 when nothing is left.
create function discard_part(run bigint, most int) returns int
language plpgsql security definer set search_path = public as $$
declare
  documents bigint[];
  charges int;
begin
  if not exists (select 1 from billing_run where id = run and mode = 'DRY') then
    raise exception 'run % is no dry run', run;
  end if;
  select coalesce(array_agg(document_id), '{}') into documents from
    (select document_id from run_draft where run_id = run order by subscription_id limit most) part;
  delete from invoice_line l using run_draft d
   where d.run_id = run and d.document_id = any (documents)
     and l.customer_id = d.customer_id and l.invoice_id = d.document_id and l.issue_date = d.issue_date
     and not exists (select 1 from invoice i where i.customer_id = d.customer_id and i.id = d.document_id);
  delete from run_draft where run_id = run and document_id = any (documents);
  delete from run_charge where ctid = any (array(select ctid from run_charge where run_id = run limit most));
  get diagnostics charges = row_count;
  return cardinality(documents) + charges;
end $$;
revoke all on function discard_part(bigint, int) from public;
grant execute on function discard_part(bigint, int) to kontor_app;
