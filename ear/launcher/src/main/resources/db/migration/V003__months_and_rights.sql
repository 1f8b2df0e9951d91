-- Months of the partitioned tables, made before something is written into them. The application may
-- call these functions but holds no DDL right, and cannot change or delete what is booked.

create function ensure_month(day date) returns void
language plpgsql security definer set search_path = public as $$
declare
  first date := date_trunc('month', day)::date;
  next  date := (first + interval '1 month')::date;
  name  text;
  suffix text := to_char(first, 'YYYYMM');
begin
  foreach name in array array['invoice_line', 'charge', 'ledger_transfer'] loop
    if to_regclass(name || '_' || suffix) is null then
      perform pg_advisory_xact_lock(4711, 1);
      -- attached, not created in place: that would wait for everybody who reads the table
      execute format('create table if not exists %I (like %I including all)', name || '_' || suffix, name);
      if not exists (select 1 from pg_inherits where inhrelid = to_regclass(name || '_' || suffix)) then
        execute format('alter table %I attach partition %I for values from (%L) to (%L)',
                       name, name || '_' || suffix, first, next);
      end if;
    end if;
  end loop;
end $$;

-- Removes the lines of drafts that were never issued.
create function discard_drafts(run bigint) returns void
language plpgsql security definer set search_path = public as $$
begin
  delete from invoice_line l using run_draft d
   where d.run_id = run and l.customer_id = d.customer_id and l.invoice_id = d.document_id
     and not exists (select 1 from invoice i where i.customer_id = d.customer_id and i.id = d.document_id);
  delete from run_draft where run_id = run;
end $$;

-- A crash of the database empties run_draft, which is unlogged. What is left of the plan are lines
-- without a document; they go before the plan is made again.
create function discard_orphaned_lines(vendor text, day date) returns void
language plpgsql security definer set search_path = public as $$
begin
  delete from invoice_line l using customer c
   where l.issue_date = day and c.id = l.customer_id and c.vendor_code = vendor
     and not exists (select 1 from invoice i where i.customer_id = l.customer_id and i.id = l.invoice_id)
     and not exists (select 1 from run_draft d where d.document_id = l.invoice_id);
end $$;

-- Simulation only: begin the book anew.
create function empty_book(keep_keys boolean) returns void
language plpgsql security definer set search_path = public as $$
declare
  part regclass;
begin
  if (select mode from business_clock) is distinct from 'SIMULATED' then
    raise exception 'the book can be emptied in simulation only';
  end if;
  for part in select inhrelid::regclass from pg_inherits
      where inhparent in ('invoice_line'::regclass, 'charge'::regclass, 'ledger_transfer'::regclass) loop
    execute format('drop table %s', part);
  end loop;
  truncate table idempotency, outbox, audit_entry, customer, person, membership, crm_account, vendor,
    policy_version, exchange_rate, subscription, subscription_component, limit_override, plan_change,
    usage_fact, usage_day, billing_run, run_heartbeat, run_partition, run_parked, run_draft,
    run_charge, run_watermark, number_series, invoice, open_item, ledger_account, payment, payment_allocation, purchased_product;
  if not keep_keys then
    truncate table api_key;
  end if;
end $$;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'kontor_app') then
    create role kontor_app login;
  end if;
end $$;

grant usage on schema public to kontor_app;
grant usage on sequence kontor_id to kontor_app;
grant select on all tables in schema public to kontor_app;
grant insert on all tables in schema public to kontor_app;
grant update on business_clock, idempotency, outbox, api_key, customer, person, membership, crm_account,
  vendor, exchange_rate, subscription, subscription_component, limit_override, plan_change, usage_day,
  billing_run, run_heartbeat, run_partition, run_parked, run_watermark, number_series, open_item, ledger_account,
  purchased_product to kontor_app;
grant delete on idempotency, outbox, membership, crm_account, subscription_component, limit_override,
  usage_fact, usage_day, billing_run, run_heartbeat, run_partition, run_parked, run_draft, run_charge,
  open_item
  to kontor_app;
alter default privileges in schema public grant select, insert on tables to kontor_app;
revoke all on function empty_book(boolean), discard_drafts(bigint), discard_orphaned_lines(text, date),
  ensure_month(date) from public;
grant execute on function empty_book(boolean), discard_drafts(bigint), discard_orphaned_lines(text, date),
  ensure_month(date) to kontor_app;
