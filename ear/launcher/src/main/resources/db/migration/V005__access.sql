-- Access: cases of debt, and what spares them. Who is not restricted has no row here.

alter table billing_run drop constraint billing_run_kind_check;
alter table billing_run add constraint billing_run_kind_check check (kind in
  ('DAILY', 'SETTLEMENT', 'ACCESS', 'MONTHLY', 'RENEWAL', 'TRIAL_END', 'CHANGES'));

-- Whose debt it is: an overdue invoice concerns the subscription that it bills, nobody else (S1.28)
alter table open_item add column subscription_id bigint;
create index open_item_of_subscription on open_item (subscription_id, due_date) where subscription_id is not null;

-- One episode of debt of one subscription: what cannot be derived from invoices and balances
create table access_case (
  id              bigint      not null primary key,
  customer_id     bigint      not null,
  subscription_id bigint      not null references subscription,
  vendor_code     text        not null,
  -- the wallet is the customer's: all cases of one debt of the balance share it
  episode_id      bigint      not null,
  cause           text        not null check (cause in ('OVERDUE_INVOICE', 'NEGATIVE_BALANCE')),
  began_on        date        not null,   -- the oldest due date, or the day charged for (S2.24)
  booked_at       timestamptz not null,   -- when it was known, business clock
  stage           int         not null default -1,   -- highest stage told; -1: nothing yet
  stopped_service boolean     not null default false,
  review_on       date,                   -- business date of the next change; null: none to come
  opened_at       timestamptz not null,
  closed_at       timestamptz,
  closed_reason   text        not null default '',
  version         int         not null default 0
) with (fillfactor = 80);
create unique index access_case_open on access_case (subscription_id) where closed_at is null;
create index access_case_of_customer on access_case (customer_id) where closed_at is null;
create index access_case_review on access_case (vendor_code, review_on) where closed_at is null;
create index access_case_history on access_case (subscription_id, id);

-- The promised payment (S2.28-S2.36) concerns the balance, so it is the customer's
create table access_promise (
  id              bigint      not null primary key,
  customer_id     bigint      not null,
  subscription_id bigint      not null references subscription,   -- for which it was asked
  vendor_code     text        not null,
  episode_id      bigint      not null,
  days            int         not null check (days > 0),
  taken_at        timestamptz not null,
  ends_at         timestamptz not null check (ends_at > taken_at),
  skipped_days    text        not null default '',   -- days off that put the end off, comma separated
  due_minor       bigint      not null,   -- shown when it was taken: the sum due at its end
  currency        text        not null,
  taken_by        bigint      not null,   -- person
  state           text        not null check (state in ('RUNNING', 'KEPT', 'BROKEN')),
  settled_at      timestamptz
);
create unique index access_promise_running on access_promise (customer_id) where state = 'RUNNING';
create index access_promise_history on access_promise (customer_id, id);

-- Staff hold a restriction back, with a reason and an end
create table access_hold (
  id              bigint      not null primary key,
  customer_id     bigint      not null,
  subscription_id bigint      not null references subscription,
  vendor_code     text        not null,
  from_at         timestamptz not null,
  until_at        timestamptz not null check (until_at > from_at),
  reason          text        not null,
  ended_at        timestamptz,            -- before its time, or when it was found to be over
  ended_reason    text        not null default ''
);
create unique index access_hold_running on access_hold (subscription_id) where ended_at is null;
create index access_hold_history on access_hold (subscription_id, id);

-- "I have paid by transfer": defers once in a case
create table transfer_notice (
  case_id         bigint      not null primary key references access_case,
  subscription_id bigint      not null,
  given_at        timestamptz not null,
  until_at        timestamptz not null,
  reference       text        not null default '',
  given_by        bigint                  -- person, or null
);

-- A time in which data can be taken out whatever the stage (STANDARDS D.9)
create table export_window (
  subscription_id bigint      not null primary key references subscription,
  until_at        timestamptz not null,
  reason          text        not null
);

-- The last log-in to the vendor's application (S3.31)
create table subscription_login (
  subscription_id bigint      not null primary key,
  customer_id     bigint      not null,
  last_at         timestamptz not null
) with (fillfactor = 70);

-- What the nightly evaluation looks at: cases with a change to come, invoices that became overdue,
-- and subscriptions begun while the balance was exhausted. quiet_through: nothing to do up to here.
create view access_candidate as
  select c.subscription_id as id, c.customer_id, c.vendor_code, c.review_on - 1 as quiet_through
    from access_case c where c.closed_at is null and c.review_on is not null
  union all
  select o.subscription_id, o.customer_id, o.vendor_code, o.due_date
    from open_item o
   where o.subscription_id is not null
     and exists (select 1 from subscription s where s.id = o.subscription_id and s.state in ('ACTIVE', 'STOPPED'))
     and not exists (select 1 from access_case c where c.subscription_id = o.subscription_id and c.closed_at is null)
     and not exists (select 1 from open_item p where p.subscription_id = o.subscription_id
                      and (p.due_date, p.invoice_id) < (o.due_date, o.invoice_id))
  union all
  select s.id, s.customer_id, s.vendor_code, c.began_on
    from access_case c join subscription s on s.customer_id = c.customer_id
   where c.closed_at is null and c.cause = 'NEGATIVE_BALANCE' and c.id = c.episode_id
     and s.timing in ('DAILY', 'MONTHLY_ARREARS') and s.state = 'ACTIVE'
     and not exists (select 1 from access_case d where d.subscription_id = s.id and d.closed_at is null);

grant update on access_case, access_promise, access_hold, export_window, subscription_login to kontor_app;
grant delete on export_window, subscription_login to kontor_app;
grant select on access_candidate to kontor_app;
