-- The stock as it is kept there, by batch.
select
    item.usercode as item_code,
    place.usercode as depot_code,
    round(sum(kept.qty), 4) as qty,
    round(sum(kept.total), 4) as value_amount,
    nullif(kept.blockno, '') as batch_no
from goodsstocks as kept
left join ptype as item on item.typeid = kept.ptypeid
left join stock as place on place.typeid = kept.ktypeid
group by item.usercode, place.usercode, kept.blockno
order by item.usercode, place.usercode, kept.blockno;
