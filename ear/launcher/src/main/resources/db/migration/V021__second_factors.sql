-- What proves a person beside the password. Secrets are sealed with a key derived from kontor.keys.secret.
create table authenticator (
  person_id bigint      primary key references person,
  secret    bytea       not null,            -- of the time-based one-time passwords (RFC 6238)
  since     timestamptz,                     -- null: begun, and no code was seen yet
  last_step bigint      not null default 0   -- the last step whose code was used: none is good twice
);
grant update, delete on authenticator to kontor_app;

create table recovery_code (
  id        bigint      primary key,
  person_id bigint      not null references person,
  code_hash bytea       not null,            -- SHA-256 of 80 random bits
  used_at   timestamptz,
  unique (person_id, code_hash)
);
grant update, delete on recovery_code to kontor_app;

-- A browser on which the second factor need not be shown for a while
create table known_device (
  id         bigint      primary key,
  person_id  bigint      not null references person,
  token_hash bytea       not null unique,
  until_at   timestamptz not null
);
create index known_device_by_person on known_device (person_id);
grant update, delete on known_device to kontor_app;

-- The password was right, the second factor is still to be shown: such a session opens nothing
alter table portal_session add column waits boolean not null default false;
