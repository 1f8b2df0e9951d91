-- Two series of a vendor must not give the same number. Packs are refused for it on import; this
-- is the last wall. A book that has such a pair already keeps it (issued documents never change)
-- and goes without the wall.
do $$
begin
  create unique index invoice_number_text on invoice (vendor_code, number);
exception
  when unique_violation then
    raise warning 'documents of one vendor have the same number: %', sqlerrm;
end
$$;

-- The invoice that paid for the present term: when it is credited, the product goes back to its old
-- end. Null for terms that were paid before this version.
alter table purchased_product add column renewed_by_invoice_id bigint;
