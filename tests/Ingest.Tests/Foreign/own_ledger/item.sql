-- The last version of each.
select
    one.item_code,
    one.item_name,
    one.base_unit,
    one.tax_rate / 10000.0 as tax_rate
from item as one
where one.version_id = (
    select max(later.version_id) from item as later where later.item_id = one.item_id
);
