-- The movements of one entry, in order.
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
where seq = @seq and is_reversed = 0
order by line_no;
