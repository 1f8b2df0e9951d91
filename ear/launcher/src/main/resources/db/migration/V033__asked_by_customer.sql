-- Who belongs to several customers asks the administrator of each: once a day for each of them.
-- Rows matter for one day only, and say not for which customer: who has asked today may ask once more.
delete from asked_administrator;
alter table asked_administrator drop constraint asked_administrator_pkey;
alter table asked_administrator add column customer_id bigint not null references customer;
alter table asked_administrator add primary key (person_id, customer_id, asked_on);
create index asked_administrator_of_customer on asked_administrator (customer_id);
