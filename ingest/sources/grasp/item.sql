-- Goods, by the code that people use. Hidden ones stay: old documents name them.
select
    item.usercode as item_code,
    item.fullname as item_name,
    case when item.parid = '00000' then null else item.parid end as category_code,
    item.standard as specification,
    item.area as maker,
    item.unit1 as base_unit,
    item.permitno as approval_code,
    item.ss_dm as insurance_code,
    case when item.deleted = 0 then 1 else 0 end as is_active
from ptype as item
where item.sonnum = 0
order by item.typeid;
