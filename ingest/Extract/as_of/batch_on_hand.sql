-- Stock on hand by batch at an earlier entry: the Ledger's own engine adds up its movements to
-- @to_seq.
select
    movement.item_id,
    movement.depot_id,
    movement.batch_id,
    cast(sum(movement.qty) as bigint) as qty
from stock_movement as movement
where movement.seq <= @to_seq and movement.batch_id >= 0
group by movement.item_id, movement.depot_id, movement.batch_id
having sum(movement.qty) <> 0
order by movement.item_id, movement.depot_id, movement.batch_id;
