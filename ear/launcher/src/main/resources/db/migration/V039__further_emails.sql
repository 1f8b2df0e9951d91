-- Further addresses to which a customer's documents are mailed (PAGES C20): in lower case, each once, separated by blanks.
alter table customer
  add column further_emails text not null default ''
    check (cardinality(string_to_array(further_emails, ' ')) <= 5);

-- Whether somebody else of the vendor has an address
create index customer_by_further_email on customer using gin (string_to_array(further_emails, ' '));
