-- Stock on hand at an earlier entry: the Ledger's own engine adds up its movements to @to_seq.
select
    movement.item_id,
    movement.depot_id,
    sum(movement.qty) as qty,
    sum(movement.value) as value
from stock_movement as movement
where movement.seq <= @to_seq
group by movement.item_id, movement.depot_id
having sum(movement.qty) <> 0 or sum(movement.value) <> 0
order by movement.item_id, movement.depot_id;
