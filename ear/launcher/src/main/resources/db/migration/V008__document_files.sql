-- The files of issued documents: made once, on first need, and never changed. The application may
-- insert and read; it has no right to update or delete, so that a file that was sent is the file
-- that is kept.
create table document_file (
  customer_id bigint      not null,
  invoice_id  bigint      not null,
  sha256      bytea       not null check (length(sha256) = 32),
  content     bytea       not null,   -- PDF/A-2a
  made_at     timestamptz not null,
  primary key (customer_id, invoice_id),
  foreign key (customer_id, invoice_id) references invoice (customer_id, id)
);
-- It is compressed already
alter table document_file alter column content set storage external;
