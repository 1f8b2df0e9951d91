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

-- Papers for a month that were sent to a customer (S2.27); who is to get them is a question
create table posted_document (
  customer_id bigint      not null references customer,
  month       date        not null check (extract(day from month) = 1),
  sent_on     date        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  primary key (customer_id, month)
);
grant update on posted_document to kontor_app;
