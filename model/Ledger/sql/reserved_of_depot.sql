select seq, line_no, reserves_until, qty
from state_reserved
where item_id = @item_id and depot_id = @depot_id;
