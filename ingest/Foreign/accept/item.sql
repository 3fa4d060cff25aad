-- Items: one version each, from the beginning.
insert into staging_item by name
select
    source_key('item', incoming.item_code) as version_id,
    source_key('item', incoming.item_code) as item_id,
    incoming.item_code as item_code,
    incoming.item_name as item_name,
    coalesce(source_key('category', incoming.category_code), -1) as category_id,
    coalesce(incoming.specification, '') as specification,
    coalesce(incoming.maker, '') as maker,
    coalesce(incoming.base_unit, '') as base_unit,
    coalesce(incoming.pack_unit, '') as pack_unit,
    (coalesce(incoming.pack_factor, 1) * 1000000)::bigint as pack_factor,
    (coalesce(incoming.tax_rate, 0) * 10000)::bigint as tax_rate,
    coalesce(incoming.generic_name, '') as generic_name,
    -1 as cost_class_id,
    coalesce(incoming.dosage_form, '') as dosage_form,
    coalesce(incoming.brand, '') as brand,
    coalesce(incoming.approval_code, '') as approval_code,
    coalesce(incoming.insurance_code, '') as insurance_code,
    coalesce(incoming.prescription_class, '') as prescription_class,
    0 as days_per_pack,
    0 as shelf_life_days,
    (
        incoming.item_code in (select batch.item_code from incoming_batch as batch)
    )::bigint as is_batch_tracked,
    0 as is_traced,
    coalesce(incoming.is_active, true)::bigint as is_active,
    0 as recorded_at,
from incoming_item as incoming;
