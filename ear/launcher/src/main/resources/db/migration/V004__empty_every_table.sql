-- Simulation only: begin the book anew. Empties whatever tables there are, so that a new feature's
-- tables need no line here. What stays: the clock, the schema's history, keys where asked for.
create or replace function empty_book(keep_keys boolean) returns void
language plpgsql security definer set search_path = public as $$
declare
  part regclass;
  names text;
begin
  if (select mode from business_clock) is distinct from 'SIMULATED' then
    raise exception 'the book can be emptied in simulation only';
  end if;
  for part in select inhrelid::regclass from pg_inherits i join pg_class p on p.oid = i.inhparent
      where p.relkind = 'p' loop
    execute format('drop table %s', part);
  end loop;
  select string_agg(format('%I', tablename), ', ' order by tablename) into names from pg_tables
   where schemaname = 'public'
     and tablename <> all (array['business_clock', 'flyway_schema_history'])
     and not (keep_keys and tablename = any (array['api_key', 'signing_key']));
  execute 'truncate table ' || names;
end $$;
