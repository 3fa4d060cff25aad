-- Every price of every list as it stands, past ones too, a row each.
select
    list.code,
    item.code,
    price.unit,
    price.min_qty,
    price.valid_from,
    price.valid_to,
    price.unit_price
from state_price as price
    join state_master as list on list.id = price.price_list_id and list.kind = 'price_list'
    join state_master as item on item.id = price.item_id and item.kind = 'item'
order by list.code, item.code, price.unit, price.min_qty, price.valid_from
