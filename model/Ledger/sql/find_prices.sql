select unit, min_qty, valid_from, valid_to, unit_price, seq
from state_price
where price_list_id = @price_list_id and item_id = @item_id
order by unit, min_qty, valid_from;
