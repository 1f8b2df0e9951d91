-- Calendars of legal working days that were imported; those that come with the product are resources
-- and need no row. A later version replaces an earlier one as a whole; nothing is ever changed.
create table work_calendar (
  id          bigint      primary key,
  country     text        not null check (country ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  year        int         not null check (year between 1900 and 2999),
  version     int         not null check (version > 0),
  content     text        not null,   -- as it was sent
  sha256      bytea       not null,
  imported_at timestamptz not null,
  unique (country, year, version)
);

-- Keys that sign access decisions (Ed25519). The private half is sealed with kontor.keys.secret.
create table signing_key (
  id         bigint      primary key,
  kid        text        not null unique,
  public_key bytea       not null,   -- 32 bytes, RFC 8032
  sealed     bytea       not null,   -- AES-256-GCM: nonce || ciphertext || tag
  created_at timestamptz not null,
  -- null: it signs; else it is published, but signs no more, until that moment
  published_until timestamptz
);
-- Two nodes that make the first key at once make one
create unique index one_signing_key on signing_key ((true)) where published_until is null;
grant update on signing_key to kontor_app;
