-- Who asked the main administrator by mail for what only an administrator may do: once a day at most
create table asked_administrator (
  person_id bigint not null references person,
  asked_on  date   not null,
  primary key (person_id, asked_on)
);
grant delete on asked_administrator to kontor_app;

-- The book's time when it began: what has changed since the last visit is told in the book's time
alter table portal_session add column book_at timestamptz;
-- When a person was here before: also sessions that have ended
create index portal_session_of_person on portal_session (person_id, id);
