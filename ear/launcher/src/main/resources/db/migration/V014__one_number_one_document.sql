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
