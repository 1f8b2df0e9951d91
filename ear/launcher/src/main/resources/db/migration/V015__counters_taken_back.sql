-- What a counter counted too much is taken back by a correction with a negative quantity.
alter table usage_fact drop constraint usage_fact_quantity_check;
alter table usage_fact add constraint usage_fact_quantity_check check (quantity >= 0 or correction);
