-- Strangers who want to become customers (S5.5): an address, and whether its owner followed the link that was mailed to it.
create table registration (
  id          bigint      primary key,
  vendor_code text        not null references vendor (code),
  email       text        not null,
  language    text        not null,
  made_at     timestamptz not null default now(),
  until_at    timestamptz not null,
  customer_id bigint      references customer   -- what became of it; null: nothing yet
);
create index registration_by_email on registration (vendor_code, lower(email));
grant update, delete on registration to kontor_app;
