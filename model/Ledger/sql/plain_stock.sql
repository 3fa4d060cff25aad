select cast(coalesce(sum(movement.qty), 0) as bigint) as qty
from movement_day
cross join stock_movement as movement
where
    movement.business_at / 86400000 = movement_day.day
    and movement.item_id = @item_id
    and movement.depot_id = @depot_id
    and movement.batch_id = -1
    and movement.bin_id = -1;
