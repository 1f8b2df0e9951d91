-- The plans that subscriptions have left, each with the last day on which it was in force; the present
-- one is in subscription. A day that is charged late is charged by its own plan. What was left before
-- this table came is not known and counts as if it had never been.
create table former_plan (
  customer_id     bigint not null,
  subscription_id bigint not null references subscription,
  through         date   not null,
  plan_code       text   not null,
  primary key (subscription_id, through)
);
