-- Receipts of an item from suppliers up to a moment, latest first.
select movement.seq, movement.qty, movement.value
from movement_day
cross join stock_movement as movement
where
    movement.business_at / 86400000 = movement_day.day
    and movement.item_id = @item_id
    and movement.business_at <= @business_at
    and movement.counter_location = @supplier
    and movement.qty > 0
order by movement.business_at desc, movement.seq desc, movement.line_no desc;
