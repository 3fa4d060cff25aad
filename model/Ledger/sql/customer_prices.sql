select valid_from, valid_to, unit_price, seq
from state_customer_price
where party_id = @party_id and item_id = @item_id and unit = @unit
order by valid_from desc;
