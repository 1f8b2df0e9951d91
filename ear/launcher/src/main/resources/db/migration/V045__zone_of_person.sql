-- In which zone a person reads moments on its pages: an id of the IANA time zone database; null: in its vendor's.
alter table person add column zone text check (length(zone) between 1 and 64);
