-- Stock as movements add up to.
select
    item.item_code,
    store.store_code as depot_code,
    sum(movement.qty) / 10000.0 as qty,
    sum(movement.value) / 10000.0 as value_amount
from stock_movement as movement
inner join item as item
    on item.version_id = (
        select max(later.version_id) from item as later where later.item_id = movement.item_id
    )
inner join store as store
    on store.version_id = (
        select max(later.version_id) from store as later where later.store_id = movement.depot_id
    )
group by item.item_code, store.store_code;
