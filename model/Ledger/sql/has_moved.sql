select
    case
        when exists (
            select 1
            from movement_day
            cross join stock_movement as movement
            where
                movement.business_at / 86400000 = movement_day.day
                and movement.item_id = @item_id
        ) then 1
        else 0
    end as has_moved;
