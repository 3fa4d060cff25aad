-- Two items that one store has plenty of.
with rich as (
    select depot_id
    from state_pool
    where qty > 100000
    group by depot_id
    having count(*) > 1
    order by depot_id
    limit 1
)

select store.store_code, item.item_code
from rich
join state_pool on state_pool.depot_id = rich.depot_id and state_pool.qty > 100000
join state_master as store_master on store_master.kind = 'store' and store_master.id = rich.depot_id
join store on store.version_id = store_master.version_id
join state_master as item_master
    on item_master.kind = 'item' and item_master.id = state_pool.item_id
join item on item.version_id = item_master.version_id
order by item.item_code
limit 2;
