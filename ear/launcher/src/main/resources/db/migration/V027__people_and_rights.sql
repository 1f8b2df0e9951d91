-- What people of a customer may do beyond their role, when each of them was last there, and who hands over to whom.

-- An administrator has all rights by the role
alter table membership
  add column rights       text not null default '' check (rights in ('', 'MONEY')),
  add column last_used_at timestamptz,   -- by the database's own time, as sessions are
  add constraint rights_of_staff check (rights = '' or role = 'STAFF');
update membership m set last_used_at = s.seen_at
  from (select person_id, customer_id, max(seen_at) as seen_at from portal_session where not waits group by 1, 2) s
  where s.person_id = m.person_id and s.customer_id = m.customer_id;

-- The main administrator proposes a successor, who confirms. At most one at a time.
create table handover (
  id          bigint      primary key,
  customer_id bigint      not null references customer,
  from_person bigint      not null,
  to_person   bigint      not null,
  proposed_at timestamptz not null default now(),
  until_at    timestamptz not null,
  state       text        not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'ENDED')),
  settled_at  timestamptz,
  settled_by  bigint      -- null: nobody; its time was over, or one of the two was not what it had been
);
create unique index one_handover on handover (customer_id) where state = 'PROPOSED';
grant update, delete on handover to kontor_app;

-- A person's own mails; the invitations of a customer
create index message_by_person on message (person_id, id) where person_id is not null;
create index mailed_proof_by_customer on mailed_proof (customer_id) where purpose = 'INVITATION';
