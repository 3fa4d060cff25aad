select
    movement.document_line_no,
    movement.qty,
    coalesce(depot.store_code, '') as depot_code,
    movement.counter_location,
    coalesce(batch.batch_no, '') as batch_no,
    coalesce(batch.lot_no, '') as lot_no,
    coalesce(batch.expires_on, -1) as expires_on,
    coalesce(bin.bin_code, '') as bin_code,
    coalesce(batch.produced_on, -1) as produced_on,
    coalesce(made.supplier_batch_no, '') as supplier_batch_no
from stock_movement as movement
left join store as depot on depot.version_id = movement.depot_id
left join state_batch as batch
    on batch.item_id = movement.item_id and batch.batch_id = movement.batch_id
left join batch as made
    on
        made.seq = movement.seq
        and made.item_id = movement.item_id
        and made.batch_id = movement.batch_id
left join bin on bin.version_id = movement.bin_id
where movement.seq = @seq and movement.qty <> 0
order by movement.line_no;
