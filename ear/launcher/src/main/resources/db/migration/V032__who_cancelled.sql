-- Who cancelled takes it back: a customer not what its vendor ended. Null while nothing is cancelled,
-- and for what was cancelled before it was written down, which counts as the vendor's.
alter table subscription add column cancelled_by text check (cancelled_by in ('CUSTOMER', 'VENDOR'));
