-- The bank's confirmation beside "I have paid": one for each notice, as it came. Nothing here ever opens it.
create table transfer_proof (
  case_id         bigint      primary key references transfer_notice,
  subscription_id bigint      not null references subscription,
  name            text        not null check (length(name) between 1 and 120),
  media_type      text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  sha256          bytea       not null check (length(sha256) = 32),
  content         bytea       not null check (length(content) between 1 and 5242880),
  sent_at         timestamptz not null,
  sent_by         bigint                  -- person; null: staff, by the API
);
alter table transfer_proof alter column content set storage external;   -- compressed already
create index transfer_proof_subscription on transfer_proof (subscription_id);
grant update, delete on transfer_proof to kontor_app;
