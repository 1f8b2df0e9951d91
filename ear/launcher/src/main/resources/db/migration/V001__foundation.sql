-- Shared ground: identifiers, business clock, idempotency, outbox, audit. Owner: kontor_owner; the
-- application connects as kontor_app and gets exactly the rights granted in V003.

-- One sequence for all rows: an id names one thing in the whole book. Callers take blocks of 1000.
create sequence kontor_id increment by 1000 start with 1000;

create table business_clock (
  one        boolean primary key default true check (one),
  mode       text   not null check (mode in ('SYSTEM', 'SIMULATED')),
  -- simulated time = system time + offset; all nodes read it
  offset_ms  bigint not null default 0,
  book_from  date   not null,
  -- counts the times the book was emptied, so that caches on all nodes notice
  epoch      bigint not null default 0
);

create table idempotency (
  scope        text        not null,  -- API key id and route
  key          text        not null,
  input_hash   bytea       not null,
  status       int,                    -- null while running
  body         text,
  content_type text,
  location     text,
  created_at   timestamptz not null,
  primary key (scope, key)
);
create index idempotency_created on idempotency (created_at);

create table outbox (
  id           bigint      primary key,
  topic        text        not null,
  key          text        not null,
  vendor_code  text        not null,
  customer_id  bigint,
  payload      text        not null,
  business_date date       not null,
  created_at   timestamptz not null,
  delivered_at timestamptz
);
create index outbox_waiting on outbox (id) where delivered_at is null;

create table api_key (
  id          bigint      primary key,
  name        text        not null,
  key_hash    bytea       not null unique,  -- SHA-256 of a 256-bit random key
  vendor_code text,                          -- null: the whole installation
  scopes      text        not null,
  created_at  timestamptz not null,
  revoked_at  timestamptz,
  version     int         not null default 0
);
-- The natural key of a key: what is created twice by accident exists once
create unique index api_key_live_name on api_key (name) where revoked_at is null;

create table audit_entry (
  seq         bigint      primary key,
  recorded_at timestamptz not null,
  actor       text        not null,
  action      text        not null,
  subject     text        not null,
  detail      text        not null,
  hash        bytea       not null  -- SHA-256(previous hash || this entry)
);

-- People and customers --------------------------------------------------------------------------

create table customer (
  id              bigint      primary key,
  vendor_code     text        not null,
  reference       text        not null,   -- the vendor's own customer number
  name            text        not null,   -- BT-44
  registration_id text        not null default '',   -- BT-47
  vat_id          text        not null default '',   -- BT-48
  address_line    text        not null default '',   -- BT-50
  city            text        not null default '',   -- BT-52
  post_code       text        not null default '',   -- BT-53
  subdivision     text        not null default '',   -- BT-54
  country         text        not null check (country ~ '^[A-Z]{2}$'),  -- BT-55
  email           text        not null default '',
  language        text        not null,
  currency        text        not null,
  deployment      text        not null default 'SHARED' check (deployment in ('SHARED', 'DEDICATED_MANAGED')),
  created_on      date        not null,
  state           text        not null default 'ACTIVE' check (state in ('ACTIVE', 'CLOSED')),
  created_at      timestamptz not null,
  version         int         not null default 0,
  unique (vendor_code, reference)
);
create index customer_by_vendor on customer (vendor_code, id);

-- A person belongs to one vendor's world: vendors share the installation, not their people
create table person (
  id         bigint      primary key,
  vendor_code text       not null,
  email      text        not null,
  name       text        not null,
  language   text        not null,
  created_at timestamptz not null,
  version    int         not null default 0
);
create unique index person_email on person (vendor_code, lower(email));

create table membership (
  id          bigint primary key,
  customer_id bigint not null references customer,
  person_id   bigint not null references person,
  role        text   not null check (role in ('MAIN_ADMINISTRATOR', 'ADMINISTRATOR', 'STAFF')),
  version     int    not null default 0,
  unique (customer_id, person_id)
);
create unique index one_main_administrator on membership (customer_id) where role = 'MAIN_ADMINISTRATOR';
create index membership_by_person on membership (person_id);

-- Organisations with a file in the customer's CRM module (S1.7-S1.9): one row each, whatever roles
create table crm_account (
  id          bigint  primary key,
  customer_id bigint  not null references customer,
  external_id text    not null,
  name        text    not null,
  kinds       text    not null,   -- comma separated, of CLIENT, SUPPLIER, BANK, COMPANY, GOVERNMENT, OTHER
  has_file    boolean not null,
  version     int     not null default 0,
  unique (customer_id, external_id)
);
