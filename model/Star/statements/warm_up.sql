-- Reads what every report touches: the dimensions and the rollups, and the last month of the facts.
-- Runs in the generation that is about to be served.
select count(item.item_code), count(item.item_name), count(item.category_name)
from dim_item as item;
select count(store.store_code), count(store.store_name), count(store.region_name)
from dim_store as store;
select count(party.party_code), count(party.party_name) from dim_party as party;
select sum(day.net_amount), sum(day.margin_amount), sum(day.qty) from rollup_sales_day_store as day;
select sum(month.net_amount), sum(month.margin_amount), sum(month.qty)
from rollup_sales_month_store as month;
select sum(month.net_amount), sum(month.margin_amount), sum(month.qty)
from rollup_sales_month_item as month;
select sum(sales.net_amount), sum(sales.margin_amount), sum(sales.qty)
from fact_sales as sales
where sales.month_key = (select max(month.month_key) from rollup_sales_month_store as month);
