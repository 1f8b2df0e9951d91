-- A withdrawal marked only keys that were still published. Which key has leaked is not known for sure, and often late:
-- whatever was made before a withdrawal is withdrawn with it.
update signing_key old set withdrawn_at = stolen.at, published_until = least(old.published_until, stolen.at)
  from (select earlier.id, min(later.withdrawn_at) as at
          from signing_key earlier join signing_key later on later.withdrawn_at > earlier.created_at
         where earlier.withdrawn_at is null and earlier.published_until is not null
         group by earlier.id) stolen
 where old.id = stolen.id;
-- What signs no more needs no private half, and what is not kept cannot leak
alter table signing_key alter column sealed drop not null;
update signing_key set sealed = null where published_until is not null;
