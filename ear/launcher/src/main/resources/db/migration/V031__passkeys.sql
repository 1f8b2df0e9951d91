-- Keys of people's own devices that sign them in without a password (WebAuthn). What is kept here is public.
create table passkey (
  id            bigint      primary key,
  person_id     bigint      not null references person on delete cascade,
  site          text        not null,           -- host name that it belongs to; another host never sees it
  credential_id bytea       not null unique,
  public_key    bytea       not null,           -- COSE
  signatures    bigint      not null,           -- counter of the authenticator; 0 where it keeps none
  name          text        not null,
  added_at      timestamptz not null default now(),
  used_at       timestamptz
);
create index passkey_by_person on passkey (person_id, site);

-- A challenge is good once: its answer leaves its digest here until it would have expired by itself.
create table answered_challenge (
  digest   bytea       primary key,
  until_at timestamptz not null
);
grant update, delete on passkey, answered_challenge to kontor_app;
