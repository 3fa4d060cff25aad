select
    cast(coalesce(sum(qty), 0) as bigint) as qty,
    coalesce(min(qty), 0) as least
from state_taken_back
where source_seq = @source_seq and source_line_no = @source_line_no;
