-- The preset prices of goods, of the basic unit; 0 is none.
select 'preprice1' as price_list_code, item.usercode as item_code, item.preprice1 as unit_price
from ptype as item
where item.sonnum = 0 and item.preprice1 <> 0
union all
select 'preprice2' as price_list_code, item.usercode as item_code, item.preprice2 as unit_price
from ptype as item
where item.sonnum = 0 and item.preprice2 <> 0
union all
select 'preprice3' as price_list_code, item.usercode as item_code, item.preprice3 as unit_price
from ptype as item
where item.sonnum = 0 and item.preprice3 <> 0
union all
select 'preprice4' as price_list_code, item.usercode as item_code, item.preprice4 as unit_price
from ptype as item
where item.sonnum = 0 and item.preprice4 <> 0
order by item_code, price_list_code;
