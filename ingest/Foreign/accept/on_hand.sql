-- Stock on hand as the source keeps it; where a movement was refused, as what was taken adds up to.
insert into staging_on_hand by name
select
    source_key('item', incoming.item_code) as item_id,
    source_key('store', incoming.depot_code) as depot_id,
    (sum(incoming.qty) * 10000)::bigint as qty,
    (sum(incoming.value_amount) * 10000)::bigint as value,
from incoming_on_hand as incoming
anti join untold_stock as untold
    on untold.item_code = incoming.item_code and untold.depot_code = incoming.depot_code
group by incoming.item_code, incoming.depot_code
union all by name
select
    movement.item_id as item_id,
    movement.depot_id as depot_id,
    sum(movement.qty)::bigint as qty,
    sum(movement.value)::bigint as value,
from staging_stock_movement as movement
semi join untold_stock as untold
    on untold.item_id = movement.item_id and untold.depot_id = movement.depot_id
group by movement.item_id, movement.depot_id;

-- By batch the same; a source that says of no batch what lies there is not held to it.
insert into staging_batch_on_hand by name
select
    source_key('item', incoming.item_code) as item_id,
    source_key('store', incoming.depot_code) as depot_id,
    batch_key(incoming.item_code, incoming.batch_no) as batch_id,
    (incoming.qty * 10000)::bigint as qty,
from incoming_on_hand as incoming
anti join untold_stock as untold
    on untold.item_code = incoming.item_code and untold.depot_code = incoming.depot_code
where incoming.batch_no is not null
union all by name
select
    movement.item_id as item_id,
    movement.depot_id as depot_id,
    movement.batch_id as batch_id,
    sum(movement.qty)::bigint as qty,
from staging_stock_movement as movement
left join untold_stock as untold
    on untold.item_id = movement.item_id and untold.depot_id = movement.depot_id
where movement.batch_id > 0
    and (
        untold.item_id is not null
        or not exists (from incoming_on_hand as told where told.batch_no is not null)
    )
group by movement.item_id, movement.depot_id, movement.batch_id;
