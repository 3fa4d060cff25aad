-- Stock on hand as posting keeps it; depot −1 where the cost pool is the company's.
select
    pool.item_id,
    pool.depot_id,
    cast(sum(pool.qty) as bigint) as qty,
    cast(sum(pool.value) as bigint) as value
from state_pool as pool
group by pool.item_id, pool.depot_id
having sum(pool.qty) <> 0 or sum(pool.value) <> 0
order by pool.item_id, pool.depot_id;
