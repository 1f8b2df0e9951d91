-- BT-13 of a customer's documents to come. Those that are issued have it with their buyer.
alter table customer
  add column purchase_order_reference text not null default '' check (length(purchase_order_reference) <= 50);
