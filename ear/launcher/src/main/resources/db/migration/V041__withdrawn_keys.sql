-- Statements are signed with the keys of access decisions and checked years later: it must be known of a key that it
-- was withdrawn, not only that it is published no more. A rotation that withdraws ends the publication in the moment
-- in which the next key is made.
alter table signing_key add column withdrawn_at timestamptz;
update signing_key old set withdrawn_at = old.published_until
 where exists (select 1 from signing_key next where next.id > old.id and next.created_at = old.published_until);
