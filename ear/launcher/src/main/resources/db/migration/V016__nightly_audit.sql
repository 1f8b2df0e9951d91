-- Mails that carry no document go out first and are never kept back: deletions wait for some of them.
create index message_due_plain on message (due_at, id) where state = 'WAITING' and attachments = '';

-- What credit notes took back of an invoice
create index invoice_credited on invoice (customer_id, preceding_id) where preceding_id is not null;

-- The last audit of each vendor's book: made every night in real time, and when somebody asks.
create table book_audit (
  vendor_code text        primary key references vendor (code),
  claimed_at  timestamptz not null,   -- a node that is at it, or was when it died
  audited_at  timestamptz,            -- null: not yet; the first one is made in the first night
  findings    bigint      not null default 0,
  detail      text        not null default ''
);
grant update on book_audit to kontor_app;
