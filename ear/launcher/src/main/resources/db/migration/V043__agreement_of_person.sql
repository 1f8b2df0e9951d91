-- Who agreed, beside how that person was called then: a person takes along what it agreed to (GDPR, Articles 15 and 20).
alter table agreement add column person_id bigint references person on delete set null;
create index agreement_person on agreement (person_id);
-- So far a registration alone recorded any, and its first person is who registered
update agreement a set person_id =
  (select m.person_id from membership m join person p on p.id = m.person_id
    where m.customer_id = a.customer_id and p.name = a.person order by m.id limit 1)
  where a.person <> '';
