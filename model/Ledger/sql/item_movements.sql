-- The movements of an item in all depots from a moment on, as many as asked for.
select
    seq,
    line_no,
    item_id,
    depot_id,
    batch_id,
    document_line_no,
    cost_basis,
    source_seq,
    source_line_no,
    business_at,
    business_date,
    qty,
    kind,
    document_no,
    store_id,
    recorded,
    is_taken_back,
    counter_location
from cost_movement
where
    item_id = @item_id
    and business_at >= @business_at
    and is_reversed = 0
order by business_at
limit @rows;
