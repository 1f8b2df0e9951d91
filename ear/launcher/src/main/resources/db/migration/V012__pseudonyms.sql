-- What is left of customers who are gone: addresses go in the night after the purge, the buyer on documents
-- and the customer's own record when the law no longer asks for them (STANDARDS D.6).

-- One row for each customer of whom nothing lives any more
create table customer_erasure (
  customer_id     bigint      primary key references customer,
  subscription_id bigint      not null references subscription,   -- the last one that was purged
  case_id         bigint      not null references retention_case,
  vendor_code     text        not null,
  next_on         date,                      -- when something is due; null: everything is done, or he came back
  done_on         date,                      -- the customer's own record is
  version         int         not null default 0
);
create index customer_erasure_due on customer_erasure (vendor_code, next_on) where next_on is not null;
grant update on customer_erasure to kontor_app;

-- A document whose buyer is a pseudonym. Its own digest stays in the chain; this one is that of its content
-- now. Written only by seal_documents.
create table document_seal (
  customer_id bigint not null,
  invoice_id  bigint not null,
  digest      bytea  not null check (length(digest) = 32),
  file_sha256 bytea,                         -- of the PDF that was removed, if there was one
  sealed_on   date   not null,
  primary key (customer_id, invoice_id),
  foreign key (customer_id, invoice_id) references invoice (customer_id, id)
);
revoke insert on document_seal from kontor_app;

-- The application cannot change documents but in this way: of a customer who is gone, once.
create function seal_documents(customer bigint, documents bigint[], buyers text[], digests text[], day date)
returns int
language plpgsql security definer set search_path = public as $$
declare
  sealed int;
begin
  if not exists (select 1 from customer_erasure e where e.customer_id = customer and e.next_on <= day) then
    raise exception 'customer % is not to be erased', customer;
  end if;
  insert into document_seal (customer_id, invoice_id, digest, file_sha256, sealed_on)
  select customer, t.id, decode(t.digest, 'hex'), f.sha256, day
    from unnest(documents, digests) t (id, digest)
    left join document_file f on f.customer_id = customer and f.invoice_id = t.id;
  get diagnostics sealed = row_count;
  update invoice i set buyer = t.buyer from unnest(documents, buyers) t (id, buyer)
   where i.customer_id = customer and i.id = t.id;
  delete from document_file f where f.customer_id = customer and f.invoice_id = any(documents);
  return sealed;
end $$;
revoke all on function seal_documents(bigint, bigint[], text[], text[], date) from public;
grant execute on function seal_documents(bigint, bigint[], text[], text[], date) to kontor_app;

-- More than one certificate of this act for a case: documents end on days of their own
alter table retention_certificate drop constraint retention_certificate_act_check;
alter table retention_certificate add constraint retention_certificate_act_check
  check (act in ('DELETION', 'PURGE', 'PSEUDONYMS'));
alter table retention_certificate drop constraint retention_certificate_case_id_act_key;
create unique index retention_certificate_once on retention_certificate (case_id, act, business_date);

-- What a night deletes, purges and erases
create view deletion_candidate as
  select c.subscription_id as id, c.customer_id, c.vendor_code, c.state as stands,
         c.approved_by is not null as approved, c.purge_on as due_on
    from retention_case c where c.state in ('DELETED', 'DUE')
  union all
  select e.subscription_id, e.customer_id, e.vendor_code, 'ERASURE', true, e.next_on
    from customer_erasure e where e.next_on is not null;
grant select on deletion_candidate to kontor_app;

-- Promises end at moments of their own
create index access_promise_ends on access_promise (ends_at) where state = 'RUNNING';

-- Whether somebody else of the vendor has an address
create index customer_by_email on customer (vendor_code, lower(email)) where email <> '';
