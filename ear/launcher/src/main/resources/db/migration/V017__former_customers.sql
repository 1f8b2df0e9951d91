-- Who is no longer a customer is nobody once the law no longer asks for him, also where nothing was deleted
-- (STANDARDS D.6): a subscription that simply ended, a policy that keeps data, a product that has expired.

alter table customer_erasure alter column subscription_id drop not null;
alter table customer_erasure alter column case_id drop not null;          -- null: nothing of him was deleted
alter table customer_erasure add column left_on date;                     -- when that was found; null after a purge
grant delete on customer_erasure to kontor_app;

alter table retention_certificate alter column case_id drop not null;
alter table retention_certificate alter column subscription_id drop not null;
create unique index retention_certificate_once_of_customer
  on retention_certificate (customer_id, act, business_date) where case_id is null;
create index retention_certificate_of_customer on retention_certificate (customer_id, id);

-- Whether something of a customer goes on, can be brought back, or is kept by staff. What was paid for and
-- delivered without an end of its own (a service, an hour of support) is named in delivered: it goes on no more.
create function customer_lives(customer bigint, delivered text[]) returns boolean language sql stable set search_path = public as $$
  select exists (select 1 from subscription s where s.customer_id = customer
                    and s.state in ('TRIAL', 'ACTIVE', 'STOPPED'))
      or exists (select 1 from retention_case c where c.customer_id = customer
                    and c.state in ('ELIGIBLE', 'ANNOUNCED', 'DUE', 'DELETED'))
      or exists (select 1 from purchased_product p where p.customer_id = customer
                    and (p.state = 'AWAITING_PAYMENT' or p.state = 'ACTIVE'
                         and not (p.expires_on is null and p.product_code = any(delivered))))
      or exists (select 1 from subscription s join retention_hold h on h.subscription_id = s.id
                  where s.customer_id = customer)
$$;
grant execute on function customer_lives(bigint, text[]) to kontor_app;

create index subscription_ended on subscription (vendor_code, customer_id) where state = 'ENDED';
create index purchased_product_over on purchased_product (vendor_code, customer_id)
  where state in ('EXPIRED', 'WITHDRAWN') or expires_on is null;

-- What a night deletes, purges and erases. A customer is named by his own id: all ids are of one sequence.
-- Of those who have LEFT the policy says which live all the same
create or replace view deletion_candidate as
  select c.subscription_id as id, c.customer_id, c.vendor_code, c.state as stands,
         c.approved_by is not null as approved, c.purge_on as due_on
    from retention_case c where c.state in ('DELETED', 'DUE')
  union all
  select e.customer_id, e.customer_id, e.vendor_code, 'ERASURE', true, e.next_on
    from customer_erasure e where e.next_on is not null
  union all
  select l.customer_id, l.customer_id, l.vendor_code, 'LEFT', true, null::date
    from (select s.customer_id, s.vendor_code from subscription s where s.state = 'ENDED'
          union
          select p.customer_id, p.vendor_code from purchased_product p
           where p.state in ('EXPIRED', 'WITHDRAWN') or p.expires_on is null) l
   where not exists (select 1 from customer_erasure e where e.customer_id = l.customer_id);

-- Vendors who never delete, and those whose products end but never renew, had no run of these kinds: they begin
-- where the others stand, not with the first day of the book
insert into run_watermark (vendor_code, kind, done_through)
select w.vendor_code, k.kind, max(w.done_through)
  from run_watermark w, (values ('DELETION'), ('RENEWAL')) k (kind)
 group by w.vendor_code, k.kind
on conflict (vendor_code, kind) do nothing;
