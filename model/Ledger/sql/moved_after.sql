-- What moved of an item in a depot after a moment.
with recursive days as (
    select min(business_at / 86400000) as day
    from stock_movement
    where business_at / 86400000 >= @business_at / 86400000
    union all
    select (
        select min(later.business_at / 86400000)
        from stock_movement as later
        where later.business_at / 86400000 > days.day
    ) as day
    from days
    where days.day is not null
)

select movement.batch_id, movement.bin_id, movement.qty
from days
cross join stock_movement as movement
where
    movement.business_at / 86400000 = days.day
    and movement.item_id = @item_id
    and movement.depot_id = @depot_id
    and movement.business_at > @business_at;
