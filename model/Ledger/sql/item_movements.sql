-- The movements of an item in all depots from a moment on, as many as asked for; a revaluation
-- of one receipt is part of that.
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
    counter_location,
    own_value,
    share_from,
    share_to,
    share_of
from cost_movement
where
    item_id = @item_id
    and business_at >= @business_at
    and is_reversed = 0
    and (cost_basis <> 3 or source_seq = -1)
order by business_at
limit @rows;
