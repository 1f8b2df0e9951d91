-- People see which browsers are remembered, and have them forgotten. Of those before it is not known what they are.
alter table known_device add column agent text not null default '';
alter table known_device add column used_at timestamptz not null default now();   -- when it last spared the second factor
