-- A block that follows a grace (a promise, a hold, a notice of a transfer) is told again, at the grace's end.

alter table access_case add column told int not null default -1;     -- highest stage told since the last grace began
alter table access_case add column graces int not null default 0;    -- that began while it was open
update access_case set told = stage where closed_at is null;

alter table transfer_notice add column over_at timestamptz;           -- once its end has come
update transfer_notice t set over_at = t.until_at from access_case c where c.id = t.case_id and c.closed_at is not null;
grant update on transfer_notice to kontor_app;

create index access_hold_ends on access_hold (until_at) where ended_at is null;
create index transfer_notice_ends on transfer_notice (until_at) where over_at is null;
