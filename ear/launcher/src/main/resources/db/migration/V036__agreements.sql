-- What a customer agreed to when it registered (S5.5): which version of which document, in which language, when, from which network address.
create table agreement (
  id          bigint      primary key,
  customer_id bigint      not null references customer,
  person      text        not null,              -- name of who agreed; empty once the customer is forgotten
  document    text        not null check (document in ('TERMS', 'PRIVACY', 'PROCESSING')),
  version     text        not null,
  link        text        not null,
  language    text        not null,              -- in which the page spoke
  address     text        not null,              -- network address; empty once the customer is forgotten
  agreed_at   timestamptz not null default now()
);
create unique index agreement_once on agreement (customer_id, document, version);
grant update on agreement to kontor_app;
