-- Stock movements, counted from the depot.
select
    movement.seq,
    movement.line_no,
    movement.item_id,
    movement.depot_id,
    movement.counter_location,
    movement.document_line_no,
    movement.batch_id,
    movement.bin_id,
    movement.cost_basis,
    movement.source_seq,
    movement.source_line_no,
    movement.business_at,
    movement.business_date,
    movement.qty,
    movement.value
from stock_movement as movement
where movement.seq > @from_seq and movement.seq <= @to_seq
order by movement.seq, movement.line_no;
