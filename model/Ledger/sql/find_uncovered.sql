select seq, line_no, store_id, business_at, business_date, qty, value, is_cost_explicit
from state_uncovered
where item_id = @item_id and depot_id = @depot_id
order by seq, line_no;
