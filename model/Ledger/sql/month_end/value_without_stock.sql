-- Pools with a value and no goods.
select
    item.code as what,
    coalesce(depot.code, '') as place,
    pool.value as amount
from state_pool as pool
inner join state_master as item on item.kind = 'item' and item.id = pool.item_id
left join state_master as depot on depot.kind = 'store' and depot.id = pool.depot_id
where pool.qty = 0 and pool.value <> 0
order by item.code, depot.code;
