-- How people of the client area prove who they are, and where they are signed in. Times are the database's own
-- (now()): signing in is traffic, not business, and goes on when a simulated clock stands still or jumps.
create table password (
  person_id  bigint      primary key references person,
  hash       text        not null,   -- algorithm:iterations:salt:hash, as Jakarta Security writes it
  changed_at timestamptz not null default now()
);
grant update, delete on password to kontor_app;

create table portal_session (
  id          bigint      primary key,
  person_id   bigint      not null references person,
  token_hash  bytea       not null unique,   -- SHA-256 of what the browser keeps
  customer_id bigint      references customer,   -- for whom the person acts; null: none chosen yet
  began_at    timestamptz not null default now(),
  seen_at     timestamptz not null default now(),
  proven_at   timestamptz not null default now(),   -- when the person last proved who it is: step-up
  ended_at    timestamptz,
  address     text        not null,
  agent       text        not null
);
create index portal_session_living on portal_session (person_id) where ended_at is null;
grant update, delete on portal_session to kontor_app;

-- What a mail may ask its reader to prove: that it reads that mailbox, once, for a while. The link's secret is not
-- here: it is computed from the id and kontor.keys.secret, so that nobody who reads this table or a mail's record can use it.
create table mailed_proof (
  id          bigint      primary key,
  person_id   bigint      not null references person,
  customer_id bigint      references customer,   -- who invites; null: nobody does
  purpose     text        not null check (purpose in ('INVITATION', 'NEW_PASSWORD')),
  made_at     timestamptz not null default now(),
  until_at    timestamptz not null,
  used_at     timestamptz
);
create index mailed_proof_by_person on mailed_proof (person_id);
grant update, delete on mailed_proof to kontor_app;
