-- What was made by a call with an Idempotency-Key and has no natural key of its own: a credit note of
-- some lines, an order without a reference, a subscription. Written in the transaction that makes it
-- and never removed, so that the call, repeated when its stored answer is gone, finds its trace.
create table keyed_call (
  scope       text   not null,  -- API key id and route, as in idempotency
  key         text   not null,
  item        int    not null check (item >= 0),  -- position in a bulk call, else 0
  input_hash  bytea  not null,
  made_id     bigint not null,  -- credit note, invoice of the order, subscription
  document_id bigint,           -- invoice that came with a subscription
  primary key (scope, key, item)
);

-- How often the renewal of a product was credited before it was paid: the term can be invoiced
-- again, and each of its invoices has a source of its own.
alter table purchased_product add column renewals_credited int not null default 0;
