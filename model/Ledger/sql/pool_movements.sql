-- The movements of a pool from a moment on and before another; a revaluation of one receipt is part
-- of that.
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
    where days.day < @before / 86400000
)

select
    movement.seq,
    movement.line_no,
    movement.item_id,
    movement.depot_id,
    movement.batch_id,
    movement.document_line_no,
    movement.cost_basis,
    movement.source_seq,
    movement.source_line_no,
    movement.business_at,
    movement.business_date,
    movement.qty,
    movement.kind,
    movement.document_no,
    movement.store_id,
    movement.recorded,
    movement.is_taken_back,
    movement.counter_location,
    movement.own_value,
    movement.share_from,
    movement.share_to,
    movement.share_of
from days
cross join cost_movement as movement
where
    movement.day = days.day
    and movement.item_id = @item_id
    and movement.depot_id = @depot_id
    and movement.business_at >= @business_at
    and movement.business_at < @before
    and movement.is_reversed = 0
    and (movement.cost_basis <> 3 or movement.source_seq = -1)
order by movement.business_at;
