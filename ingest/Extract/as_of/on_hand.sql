-- Stock on hand at an earlier entry: the Ledger's own engine adds up its movements to @to_seq.
select
    movement.item_id,
    movement.depot_id,
    cast(sum(movement.qty) as bigint) as qty,
    cast(sum(movement.value) as bigint) as value
from stock_movement as movement
where movement.seq <= @to_seq
group by movement.item_id, movement.depot_id
having sum(movement.qty) <> 0 or sum(movement.value) <> 0
order by movement.item_id, movement.depot_id;
