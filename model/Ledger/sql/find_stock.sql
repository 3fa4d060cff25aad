select qty, value, last_cost, last_business_at
from state_stock
where item_id = @item_id and depot_id = @depot_id;
