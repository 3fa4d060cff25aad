-- The stock as it is kept there, all batches of an item in a depot together.
select
    item.usercode as item_code,
    place.usercode as depot_code,
    round(sum(kept.qty), 4) as qty,
    round(sum(kept.total), 4) as value_amount
from goodsstocks as kept
left join ptype as item on item.typeid = kept.ptypeid
left join stock as place on place.typeid = kept.ktypeid
group by item.usercode, place.usercode
order by item.usercode, place.usercode;
