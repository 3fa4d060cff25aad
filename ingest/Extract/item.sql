-- Versions of items, with the moment each was recorded.
select
    item.version_id,
    item.item_id,
    item.item_code,
    item.item_name,
    item.category_id,
    item.specification,
    item.maker,
    item.base_unit,
    item.pack_unit,
    item.pack_factor,
    item.tax_rate,
    item.generic_name,
    item.cost_class_id,
    item.dosage_form,
    item.brand,
    item.approval_code,
    item.insurance_code,
    item.prescription_class,
    item.days_per_pack,
    item.shelf_life_days,
    item.is_batch_tracked,
    item.is_traced,
    item.is_active,
    entry.recorded_at
from item as item
inner join entry as entry on entry.seq = item.version_id
where item.version_id <= @to_seq
order by item.version_id;
