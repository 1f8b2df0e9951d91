-- The money side. Money is bigint minor units and a currency; exact prices live in policy packs.

create table vendor (
  id         bigint primary key,
  code       text   not null unique check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  zone       text   not null,
  currency   text   not null,
  book_from  date   not null
);

create table policy_version (
  id             bigint      primary key,
  vendor_code    text        not null references vendor (code),
  version        int         not null,
  effective_from date        not null,
  source         text        not null,   -- the file as imported
  sha256         bytea       not null,
  imported_at    timestamptz not null,
  unique (vendor_code, version),
  unique (vendor_code, effective_from)
);

create table exchange_rate (
  source         text    not null,
  rate_date      date    not null,
  base_currency  text    not null,   -- one unit of base ...
  quote_currency text    not null,   -- ... costs rate units of quote
  rate           numeric not null check (rate > 0),
  primary key (source, base_currency, quote_currency, rate_date)
);

-- Subscriptions -----------------------------------------------------------------------------------

create table subscription (
  id             bigint not null primary key,
  customer_id    bigint not null references customer,
  vendor_code    text   not null,
  plan_code      text   not null,
  timing         text   not null check (timing in ('MONTHLY_ADVANCE', 'DAILY', 'MONTHLY_ARREARS', 'TERM')),
  state          text   not null check (state in ('TRIAL', 'ACTIVE', 'STOPPED', 'ENDED', 'DELETED')),
  started_on     date   not null,
  trial_last_day date,
  activated_on   date,             -- first day as a paying subscription
  stopped_on     date,
  restored_on    date,             -- the month of restoration is not billed (S1.33)
  ends_on        date,             -- last day when cancelled
  charged_through date,            -- last day (DAILY) or last day of the last period billed
  -- S2.12 CARRY: exact running sum since activation and what was charged of it, decimal text
  carry_exact    numeric not null default 0,
  carry_charged  numeric not null default 0,
  version        int    not null default 0
) with (fillfactor = 80);   -- charged_through moves daily and in no index: room for it on the page
create index subscription_by_customer on subscription (customer_id);
create index subscription_run on subscription (vendor_code, timing, id) where state in ('ACTIVE', 'STOPPED');
create index subscription_trial on subscription (vendor_code, trial_last_day) where state = 'TRIAL';

-- Quantities over time: valid_to null = still in force; both days included
create table subscription_component (
  id              bigint not null primary key,
  customer_id     bigint not null,
  subscription_id bigint not null references subscription,
  component_code  text   not null,
  quantity        bigint not null check (quantity >= 0),
  valid_from      date   not null,
  valid_to        date,
  version         int    not null default 0,
  check (valid_to is null or valid_to >= valid_from - 1)
);
create index subscription_component_of on subscription_component (subscription_id, component_code, valid_from);

create table limit_override (
  id              bigint not null primary key,
  subscription_id bigint not null references subscription,
  limit_code      text   not null,
  allowed         bigint not null check (allowed >= 0),
  reason          text   not null,
  version         int    not null default 0,
  unique (subscription_id, limit_code)
);

create table plan_change (
  id              bigint not null primary key,
  customer_id     bigint not null,
  subscription_id bigint not null references subscription,
  requested_on    date   not null,
  effective_on    date   not null,
  plan_code       text   not null,
  components      text   not null,   -- JSON: component code to quantity after the change
  direction       text   not null check (direction in ('UPGRADE', 'DOWNGRADE')),
  state           text   not null check (state in ('WAITING', 'APPLIED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  reason          text   not null default '',   -- unmet limits when REFUSED, JSON
  arrears_minor   bigint not null default 0,     -- NEXT_INVOICE_WITH_ARREARS: billed with the next invoice
  arrears_why     text   not null default '',
  version         int    not null default 0
);
create index plan_change_waiting on plan_change (effective_on) where state = 'WAITING';
create index plan_change_of on plan_change (subscription_id);

-- Usage ---------------------------------------------------------------------------------------------

create table usage_fact (
  id              bigint      not null,
  customer_id     bigint      not null,
  subscription_id bigint      not null,
  metric          text        not null,
  fact_key        text        not null,   -- the sender's key: the same fact twice is one fact
  input_hash      bytea       not null,
  business_date   date        not null,
  occurred_at     timestamptz not null,
  quantity        bigint      not null check (quantity >= 0),
  evidence        text        not null default '',   -- S2.11: the counted list
  charged_on      date        not null,   -- later than business_date for facts of a closed day
  correction      boolean     not null default false,   -- stands for what was said of that moment
  recorded_at     timestamptz not null,
  primary key (subscription_id, metric, fact_key)
);
create index usage_fact_late on usage_fact (charged_on, subscription_id) where charged_on > business_date;
create index usage_fact_corrected on usage_fact (subscription_id, metric, business_date) where correction;

-- One row per day with facts; a gauge's value lasts until the next row
create table usage_day (
  customer_id     bigint not null,
  subscription_id bigint not null,
  metric          text   not null,
  business_date   date   not null,
  peak            bigint not null,        -- gauge: highest value seen in facts of the day
  last_value      bigint not null,        -- gauge: value at the end of the day
  last_at         timestamptz not null,
  total           bigint not null,        -- counter: sum of the day
  primary key (subscription_id, metric, business_date)
);

-- Runs ----------------------------------------------------------------------------------------------

create table billing_run (
  id            bigint      primary key,
  vendor_code   text        not null references vendor (code),
  kind          text        not null check (kind in ('DAILY', 'SETTLEMENT', 'MONTHLY', 'RENEWAL', 'TRIAL_END', 'CHANGES')),
  business_date date        not null,   -- the day charged for, the 1st that is settled or invoiced
  -- of documents: the business date, or later where the series has a later document already
  issue_date    date        not null,
  mode          text        not null check (mode in ('REAL', 'DRY')),
  state         text        not null check (state in ('PLANNING', 'PLANNED', 'NEEDS_APPROVAL', 'ISSUING', 'POSTING',
                                                       'COMPLETED', 'COMPLETED_WITH_PARKED', 'DISCARDED')),
  owner         text        not null,   -- node that works on it
  fence         bigint      not null,   -- raised at every take-over; an older worker's writes are refused
  policy        text        not null,
  attempt       int         not null default 1,   -- above 1: only the parked accounts again
  planned       bigint      not null default 0,   -- accounts in the work list
  total_minor   bigint      not null default 0,
  documents     bigint      not null default 0,
  lines         bigint      not null default 0,
  parked        bigint      not null default 0,
  issued        bigint      not null default 0,
  approved_by   text,
  reason        text        not null default '',
  started_at    timestamptz not null,
  finished_at   timestamptz
);
create unique index billing_run_once on billing_run (vendor_code, kind, business_date) where mode = 'REAL';
create index billing_run_open on billing_run (state) where finished_at is null;

-- Apart from billing_run, so that a heartbeat never waits for a chunk's lock on the fence
create table run_heartbeat (
  run_id bigint primary key references billing_run on delete cascade,
  at     timestamptz not null
);

create table run_partition (
  run_id     bigint not null references billing_run on delete cascade,
  no         int    not null,
  from_id    bigint not null,   -- subscription ids, from < id <= to
  to_id      bigint not null,
  cursor_id  bigint not null,   -- all ids up to here are done; moves in the chunk's own transaction
  accounts   bigint not null default 0,
  documents  bigint not null default 0,
  lines      bigint not null default 0,
  total_minor bigint not null default 0,
  parked     bigint not null default 0,
  primary key (run_id, no)
);

create table run_parked (
  run_id          bigint not null references billing_run on delete cascade,
  customer_id     bigint not null,
  subscription_id bigint not null,
  code            text   not null,   -- a ProblemCode or bound
  detail          text   not null,
  resolved_at     timestamptz,
  primary key (run_id, subscription_id)
);

-- What a plan found, in the order in which documents will be numbered. Unlogged: after a crash of the
-- database it is planned again; a crash of the application leaves it whole.
create unlogged table run_draft (
  run_id          bigint not null,
  customer_id     bigint not null,
  subscription_id bigint not null,
  document_id     bigint not null,
  source_key      text   not null,
  issue_date      date   not null,
  due_date        date   not null,
  period_from     date   not null,
  period_to       date   not null,
  currency        text   not null,
  net_minor       bigint not null,
  vat_minor       bigint not null,
  total_minor     bigint not null,
  line_count      int    not null,
  vat_breakdown   text   not null,
  buyer           text   not null,
  digest          bytea  not null,   -- SHA-256 of the content without its number
  primary key (run_id, subscription_id)
);

-- What a dry run of charging found; the same columns as charge, never booked
create unlogged table run_charge (
  run_id          bigint not null,
  customer_id     bigint not null,
  subscription_id bigint not null,
  item_code       text   not null,
  name            text   not null,
  period_from     date   not null,
  period_to       date   not null,
  quantity        numeric not null,
  amount_minor    bigint not null,
  currency        text   not null,
  explanation     text   not null,
  primary key (run_id, customer_id, subscription_id, item_code)
);

-- Through which day the work of a kind is done: later days are open, missed days are caught up from here
create table run_watermark (
  vendor_code  text not null references vendor (code),
  kind         text not null,
  done_through date not null,
  primary key (vendor_code, kind)
);

-- Documents -----------------------------------------------------------------------------------------

create table number_series (
  vendor_code text   not null references vendor (code),
  series_code text   not null,
  kind        text   not null,
  year        int    not null,
  last_number bigint not null,
  last_issue_date date not null,
  chain_hash  bytea  not null,   -- head of the chain; the first one is 32 zero bytes
  primary key (vendor_code, series_code, year)
);

-- An issued document; inserted once, with its number, never changed. Terms: EN 16931.
create table invoice (
  id              bigint not null,
  customer_id     bigint not null,
  vendor_code     text   not null,
  kind            text   not null check (kind in ('INVOICE', 'CREDIT_NOTE')),   -- BT-3 380, 381
  series_code     text   not null,
  series_year     int    not null,
  series_number   bigint not null,
  number          text   not null,   -- BT-1
  issue_date      date   not null,   -- BT-2
  due_date        date   not null,   -- BT-9
  period_from     date   not null,   -- BT-73
  period_to       date   not null,   -- BT-74
  subscription_id bigint,
  purpose         text   not null,   -- MONTHLY, FIRST_MONTH, CHANGE, ORDER, RENEWAL, ADVANCE, CREDIT
  source_key      text   not null,   -- natural key of what is billed: nothing is billed twice
  currency        text   not null,   -- BT-5
  net_minor       bigint not null,   -- BT-109
  vat_minor       bigint not null,   -- BT-110
  total_minor     bigint not null,   -- BT-112
  line_count      int    not null,
  vat_breakdown   text   not null,   -- BG-23, JSON
  buyer           text   not null,   -- BG-7 as frozen at issue, JSON
  policy          text   not null,   -- code@version; the seller BG-4 is in that version
  preceding_id    bigint,            -- BG-3 for credit notes
  preceding_number text,             -- BT-25
  remittance      text   not null,   -- BT-83
  reason          text   not null default '',
  run_id          bigint,
  digest          bytea  not null,
  chain_hash      bytea  not null,   -- SHA-256(previous chain hash || number || digest)
  recorded_at     timestamptz not null,
  primary key (customer_id, id)
);
create unique index invoice_number on invoice (vendor_code, series_code, series_year, series_number);
create unique index invoice_source on invoice (vendor_code, source_key);
create index invoice_by_id on invoice (id);

create table invoice_line (
  customer_id   bigint  not null,
  invoice_id    bigint  not null,
  issue_date    date    not null,
  line_no       int     not null,   -- BT-126
  item_code     text    not null,   -- BT-155
  name          text    not null,   -- BT-153
  quantity      numeric not null,   -- BT-129
  unit          text    not null,   -- BT-130
  unit_price    numeric not null check (unit_price >= 0),   -- BT-146
  net_minor     bigint  not null,   -- BT-131
  vat_category  text    not null,   -- BT-151
  vat_rate      numeric not null,   -- BT-152
  period_from   date    not null,   -- BT-134
  period_to     date    not null,   -- BT-135
  explanation   text    not null,
  primary key (customer_id, invoice_id, line_no, issue_date)
) partition by range (issue_date);

-- What is still to be paid of an issued invoice; the row goes when nothing is
create table open_item (
  customer_id bigint not null,
  invoice_id  bigint not null,
  vendor_code text   not null,
  due_date    date   not null,
  currency    text   not null,
  open_minor  bigint not null check (open_minor > 0),
  primary key (customer_id, invoice_id)
);
create index open_item_due on open_item (vendor_code, due_date);

-- A charge taken from the balance (S2.4, S2.5, S3.22); negative for corrections
create table charge (
  id              bigint not null,
  customer_id     bigint not null,
  subscription_id bigint not null,
  vendor_code     text   not null,
  business_date   date   not null,   -- the day charged for; for settlements the 1st
  item_code       text   not null,
  name            text   not null,
  period_from     date   not null,
  period_to       date   not null,
  quantity        numeric not null,
  amount_minor    bigint not null,
  currency        text   not null,
  policy          text   not null,
  explanation     text   not null,
  run_id          bigint,
  recorded_at     timestamptz not null,
  primary key (customer_id, subscription_id, business_date, item_code)
) partition by range (business_date);

-- Ledger --------------------------------------------------------------------------------------------

-- A customer's accounts have the id customer.id * 8 + ordinal of kind (RECEIVABLE 0, WALLET 1, BONUS 2),
-- so that a bulk step needs no look-up; a seller's are negative sequence values.
create table ledger_account (
  id           bigint primary key,
  vendor_code  text   not null,
  customer_id  bigint,               -- null for the seller's own
  kind         text   not null,      -- RECEIVABLE, WALLET, BONUS, REVENUE, VAT, BANK, BONUS_COST, EXCHANGE, REFUND
  currency     text   not null,
  debit_minor  bigint not null default 0,
  credit_minor bigint not null default 0
) with (fillfactor = 70);
create unique index ledger_account_of_seller on ledger_account (vendor_code, kind, currency) where customer_id is null;
create index ledger_account_of_customer on ledger_account (customer_id) where customer_id is not null;

-- One row is one transfer: it sums to zero by construction. (source_id, leg) is its idempotency key:
-- the source (invoice, charge, payment, ...) exists once under its own natural key.
create table ledger_transfer (
  customer_id   bigint not null,     -- 0 for the seller's own
  business_date date   not null,
  source_id     bigint not null,
  leg           smallint not null,
  vendor_code   text   not null,
  debit_account  bigint not null,
  credit_account bigint not null,
  amount_minor  bigint not null check (amount_minor > 0),
  currency      text   not null,
  code          text   not null,     -- INVOICE, VAT, CHARGE, PAYMENT, TOP_UP, BONUS, ALLOCATION, CREDIT_NOTE, ...
  recorded_at   timestamptz not null,
  primary key (customer_id, business_date, source_id, leg),
  check (debit_account <> credit_account)
) partition by range (business_date);

-- Payments ------------------------------------------------------------------------------------------

create table payment (
  id             bigint not null primary key,
  customer_id    bigint not null references customer,
  vendor_code    text   not null,
  kind           text   not null check (kind in ('PAYMENT', 'TOP_UP')),
  method         text   not null,
  external_key   text   not null,    -- provider event or bank reference: the same one is booked once
  input_hash     bytea  not null,
  value_date     date   not null,
  business_date  date   not null,
  paid_minor     bigint not null check (paid_minor > 0),
  paid_currency  text   not null,
  amount_minor   bigint not null check (amount_minor > 0),   -- in the book's currency
  currency       text   not null,
  bonus_minor    bigint not null default 0,
  explanation    text   not null,    -- conversion and bonus
  recorded_by    text   not null,
  recorded_at    timestamptz not null,
  unique (vendor_code, method, external_key)
);
create index payment_by_customer on payment (customer_id, id);

create table payment_allocation (
  id          bigint not null primary key,
  customer_id bigint not null,
  payment_id  bigint,                -- null when taken from the wallet's credit
  invoice_id  bigint not null,
  amount_minor bigint not null check (amount_minor > 0),
  business_date date not null,
  kind        text   not null check (kind in ('PAYMENT', 'WALLET', 'CREDIT_NOTE')),
  recorded_at timestamptz not null
);
create index payment_allocation_of on payment_allocation (customer_id, invoice_id);

-- What a customer bought by order; active once its invoice is paid (S5.3)
create table purchased_product (
  id             bigint not null primary key,
  customer_id    bigint not null references customer,
  vendor_code    text   not null,
  product_code   text   not null,
  quantity       bigint not null check (quantity > 0),
  state          text   not null check (state in ('AWAITING_PAYMENT', 'ACTIVE', 'EXPIRED', 'WITHDRAWN')),
  invoice_id     bigint not null,
  ordered_on     date   not null,
  active_from    date,
  expires_on     date,               -- last usable day; null = without end
  renewal_invoice_id bigint,         -- open renewal
  version        int    not null default 0
);
create index purchased_product_of on purchased_product (customer_id);
create index purchased_product_invoice on purchased_product (invoice_id);
create index purchased_product_expiry on purchased_product (vendor_code, expires_on) where state = 'ACTIVE';
