-- Movements, unscaled.
select
    movement.seq as document_id,
    movement.line_no,
    item.item_code,
    store.store_code as depot_code,
    case movement.counter_location
        when -1 then 'none'
        when -2 then 'supplier'
        when -3 then 'customer'
        when -7 then 'opening'
        else 'other'
    end as counter_location,
    movement.qty / 10000.0 as qty,
    movement.value / 10000.0 as value_amount
from stock_movement as movement
inner join item as item
    on item.version_id = (
        select max(later.version_id) from item as later where later.item_id = movement.item_id
    )
inner join store as store
    on store.version_id = (
        select max(later.version_id) from store as later where later.store_id = movement.depot_id
    );
