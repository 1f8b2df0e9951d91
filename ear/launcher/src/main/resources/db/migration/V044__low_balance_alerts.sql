-- The amount below which a customer wants to hear of its balance; without a row it hears of none but an exhausted one.
create table low_balance_alert (
  customer_id bigint      primary key references customer,
  below_minor bigint      not null check (below_minor > 0)   -- in the customer's currency
);
grant update, delete on low_balance_alert to kontor_app;
