-- The movements that took one back.
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
from state_taken_back as taken
inner join cost_movement as movement
    on movement.seq = taken.seq and movement.line_no = taken.line_no
where
    taken.source_seq = @source_seq
    and taken.source_line_no = @source_line_no
    and movement.qty <> 0
    and movement.is_reversed = 0;
