-- Messages: what the outbox becomes for people. One row for each mail and recipient, one for each
-- notice in the application, the addresses that refuse mail.

-- A row of the outbox that cannot be turned into messages waits and says why; the others go on.
alter table outbox
  add column tries    int         not null default 0,
  add column retry_at timestamptz,
  add column failure  text        not null default '';
create index outbox_failed on outbox (id) where delivered_at is null and tries > 0;

create table message (
  id            bigint      primary key,
  outbox_id     bigint      not null,   -- what happened; asked again before sending
  vendor_code   text        not null,
  customer_id   bigint      not null,
  topic         text        not null,
  key           text        not null,
  template      text        not null,
  recipient     text        not null,   -- in lower case; empty when nobody has an address
  copy          int         not null default 0,   -- 0, then one for each time a person sent it again
  person_id     bigint,
  language      text        not null,
  message_id    text        not null,   -- RFC 5322, fixed when the row is made
  shown         text        not null,   -- the values of the text, as JSON
  attachments   text        not null default '',   -- kind:id, separated by blanks
  business_date date        not null,
  state         text        not null check (state in ('WAITING', 'SENT', 'BOUNCED', 'FAILED', 'CANCELLED', 'NO_ADDRESS')),
  tries         int         not null default 0,
  due_at        timestamptz not null,
  created_at    timestamptz not null,
  sent_at       timestamptz,
  reason        text        not null default '',
  unique (topic, key, template, recipient, copy)
);
create index message_due on message (due_at, id) where state = 'WAITING';
create index message_by_customer on message (customer_id, id);
create index message_by_message_id on message (message_id);

-- One row for all people of the audience; who has put it away is in notice_dismissal
create table notice (
  id          bigint      primary key,
  outbox_id   bigint      not null,
  vendor_code text        not null,
  customer_id bigint      not null,
  topic       text        not null,
  key         text        not null,
  template    text        not null,
  audience    text        not null,
  shown       text        not null,
  created_at  timestamptz not null,
  shown_until timestamptz,              -- null: until it is put away or no longer true
  unique (topic, key, template, audience)
);
create index notice_by_customer on notice (customer_id, id);

create table notice_dismissal (
  notice_id    bigint      not null references notice,
  person_id    bigint      not null,
  dismissed_at timestamptz not null,
  primary key (notice_id, person_id)
);

-- Addresses that refused mail for good. A row ends when a person says that the address is good again.
create table bounced_address (
  id          bigint      primary key,
  vendor_code text        not null,
  address     text        not null,     -- in lower case
  reason      text        not null,
  message_id  bigint,
  bounced_at  timestamptz not null,
  unique (vendor_code, address)
);

grant update on message, notice, bounced_address to kontor_app;
grant delete on message, notice, notice_dismissal, bounced_address to kontor_app;

-- Kinds of runs: all that there are by now, whichever feature came first
alter table billing_run drop constraint if exists billing_run_kind_check;
alter table billing_run add constraint billing_run_kind_check check (kind in (
  'DAILY', 'SETTLEMENT', 'ACCESS', 'LIFE', 'DELETION', 'TRIAL_END', 'CHANGES', 'MONTHLY', 'RENEWAL', 'REMINDER'));
