-- Nothing may be said of a store that its dimension does not hold.
select
    said.store_comparison_key as store_comparison_key,
    said.store_comparison_code as store_comparison_code,
    said.store_id as store_id,
from fact_store_comparison as said
where said.store_id not in (select store.store_id from dim_store as store)
order by said.store_comparison_key
limit 100;
