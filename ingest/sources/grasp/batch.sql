-- Batches of goods, as documents and the opening stock name them; validityperiod is the last day of
-- use.
with named as (
    select line.ptypeid, line.blockno, line.prodate, line.validityperiod
    from vinoutstocktable as line
    union all
    select line.ptypeid, line.blockno, line.prodate, line.validityperiod
    from vretailbill as line
    union all
    select opening.ptypeid, opening.blockno, opening.prodate, opening.validityperiod
    from inigoodsstocks as opening
)
select
    item.usercode as item_code,
    named.blockno as batch_no,
    min(named.prodate) as produced_date,
    min(named.validityperiod) as expiry_date
from named
inner join ptype as item on item.typeid = named.ptypeid
where named.blockno <> ''
group by item.usercode, named.blockno
order by item.usercode, named.blockno;
