-- What renewals bought, one row for each that was paid and not given back: when one is credited, the
-- product ends as it would have without it, whichever of them it is.
create table renewed_term (
  product_id   bigint not null references purchased_product,
  invoice_id   bigint not null,
  invoice_line int    not null check (invoice_line > 0),
  ended_before date   not null,  -- last usable day without this term
  first_day    date   not null check (first_day > ended_before),
  last_day     date   not null check (last_day >= first_day),
  months       int    not null check (months > 0),
  -- Deferred: a term that moves up is written anew, in whatever order its rows come and go.
  primary key (product_id, invoice_id) deferrable initially deferred
);
grant update, delete on renewed_term to kontor_app;

-- Which line of the open renewal asks for this product, and whether it is renewed by itself at all.
alter table purchased_product add column renewal_line int check (renewal_line > 0);
alter table purchased_product add column renews boolean not null default true;

-- Until now a product knew only the last renewal that was paid, and one that was given back was tied
-- to the product as if it were open.
insert into renewed_term
select p.id, p.renewed_by_invoice_id, l.line_no, l.period_from - 1,
       greatest(l.period_from, least(p.expires_on, (p.expires_on + 1 - make_interval(months => m.months))::date)),
       p.expires_on, m.months
  from purchased_product p
  join lateral (select line_no, period_from, period_to from invoice_line
                 where customer_id = p.customer_id and invoice_id = p.renewed_by_invoice_id
                   and item_code = p.product_code order by line_no limit 1) l on true
  join lateral (select (12 * (extract(year from l.period_to) - extract(year from l.period_from - 1))
                       + extract(month from l.period_to) - extract(month from l.period_from - 1))::int
                       as months) m on true
 where p.renewed_by_invoice_id is distinct from p.renewal_invoice_id and m.months > 0
   and p.expires_on >= l.period_from;
update purchased_product set renews = false, renewal_invoice_id = null
 where renewal_invoice_id = renewed_by_invoice_id;

-- Products of one code that end on one day have their lines in the order of their ids.
update purchased_product p set renewal_line = coalesce(n.line_no, 1)
  from (select q.id, l.line_no
          from (select id, customer_id, renewal_invoice_id, product_code, expires_on, row_number() over
                       (partition by renewal_invoice_id, product_code, expires_on order by id) as place
                  from purchased_product where renewal_invoice_id is not null) q
          left join (select customer_id, invoice_id, item_code, period_from, line_no, row_number() over
                       (partition by invoice_id, item_code, period_from order by line_no) as place
                  from invoice_line where (customer_id, invoice_id) in
                       (select customer_id, renewal_invoice_id from purchased_product)) l
            on l.customer_id = q.customer_id and l.invoice_id = q.renewal_invoice_id
           and l.item_code = q.product_code and l.period_from = q.expires_on + 1 and l.place = q.place) n
 where n.id = p.id;
alter table purchased_product add check ((renewal_line is null) = (renewal_invoice_id is null));
alter table purchased_product drop column renewed_by_invoice_id;
