-- 1 where nothing of a batch is left in the book: all that moved it was reversed at its own moment,
-- no pack of it has a code, and it was never frozen.
select
    case
        when
            not exists (
                select 1
                from movement_day
                cross join stock_movement as movement
                left join state_reversed on state_reversed.seq = movement.seq
                where
                    movement.business_at / 86400000 = movement_day.day
                    and movement.item_id = @item_id
                    and movement.batch_id = @batch_id
                    and state_reversed.seq is null
            )
            and not exists (
                select 1
                from movement_day
                cross join stock_movement as movement
                inner join trace_code on trace_code.seq = movement.seq
                where
                    movement.business_at / 86400000 = movement_day.day
                    and movement.item_id = @item_id
                    and movement.batch_id = @batch_id
                    and trace_code.batch_id = @batch_id
            )
            and not exists (
                select 1
                from stock_freeze
                where stock_freeze.item_id = @item_id and stock_freeze.batch_id = @batch_id
            )
            then 1
        else 0
    end as is_gone;
