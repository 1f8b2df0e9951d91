-- The life of an account until its data is gone: cases with their notices, what was set aside until it
-- is purged, and the certificates of what was deleted.

alter table billing_run drop constraint billing_run_kind_check;
alter table billing_run add constraint billing_run_kind_check check (kind in
  ('DAILY', 'SETTLEMENT', 'ACCESS', 'LIFE', 'DELETION', 'MONTHLY', 'RENEWAL', 'TRIAL_END', 'CHANGES'));

-- What the policy said when the case was opened is kept with it: a new version moves no date
create table retention_case (
  id              bigint      primary key,
  customer_id     bigint      not null references customer,
  subscription_id bigint      not null references subscription,
  vendor_code     text        not null,
  kind            text        not null check (kind in ('AFTER_STOP', 'CANCELLATION', 'TERMINATION', 'INACTIVITY', 'TRIAL_END')),
  state           text        not null check (state in ('ELIGIBLE', 'ANNOUNCED', 'DUE', 'CANCELLED', 'DELETED', 'RESTORED', 'PURGED')),
  began_on        date        not null,   -- day from which it counts
  planned_on      date        not null,   -- deletion, if every notice is delivered in time
  deletes_on      date        not null,   -- deletion as it stands
  notice_days     text        not null,   -- days before the deletion, descending: 10,3,1
  restore_days    int         not null,
  closes          boolean     not null,   -- S1.31
  erases          boolean     not null,   -- S1.32
  any_time        boolean     not null default false,   -- begun by staff without the conditions
  service_ends    date,                   -- last day of service of a termination
  started_by      text        not null,
  reason          text        not null default '',
  ended_by        text,
  ended_on        date,
  quiet_until     date,                   -- last day without a new notice
  state_before    text,                   -- of the subscription, when it was deleted
  closed_customer boolean     not null default false,
  deleted_on      date,
  purge_on        date,
  approved_by     text,
  opened_at       timestamptz not null,
  version         int         not null default 0
);
-- One way out at a time
create unique index retention_case_open on retention_case (subscription_id)
  where state in ('ELIGIBLE', 'ANNOUNCED', 'DUE', 'DELETED');
create index retention_case_of on retention_case (subscription_id);
create index retention_case_running on retention_case (vendor_code, state)
  where state in ('ELIGIBLE', 'ANNOUNCED', 'DUE', 'DELETED');
create index retention_case_of_customer on retention_case (customer_id, id);

create table retention_notice (
  case_id    bigint not null references retention_case,
  days_left  int    not null,
  topic      text   not null,   -- of the outbox row that carries it; asked for its delivery
  key        text   not null,
  told_on    date   not null,
  deletes_on date   not null,   -- as the notice said it
  primary key (case_id, days_left)
);

-- Staff keep the data, whatever a policy says
create table retention_hold (
  subscription_id bigint      primary key references subscription,
  customer_id     bigint      not null,
  vendor_code     text        not null,
  reason          text        not null,
  placed_by       text        not null,
  placed_at       timestamptz not null
);

-- Rows of a deleted account, out of everybody's reach until they are brought back or purged
create table quarantined_row (
  case_id bigint not null,
  kind    text   not null,   -- the table they come from
  content jsonb  not null
);
create index quarantined_row_of on quarantined_row (case_id, kind);

-- What was deleted, in figures; written once
create table retention_certificate (
  id              bigint      primary key,
  case_id         bigint      not null references retention_case,
  act             text        not null check (act in ('DELETION', 'PURGE')),
  customer_id     bigint      not null,
  subscription_id bigint      not null,
  vendor_code     text        not null,
  business_date   date        not null,
  issued_at       timestamptz not null,
  approved_by     text,
  content         text        not null,   -- canonical JSON, counts by kind among it
  hash            bytea       not null,   -- SHA-256 of the content
  unique (case_id, act)
);

grant update on retention_case to kontor_app;
grant delete on retention_hold, quarantined_row, person to kontor_app;
