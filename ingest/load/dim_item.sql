-- Item versions with their category branch as it is now, sorted by item_key. The book keeps
-- three levels at most; a short branch repeats its last level. A cost class is as it is now too;
-- without one an item is costed by the moving average.
insert into dim_item by name
with category as (
    select
        version.category_id as category_id,
        version.parent_id as parent_id,
        version.category_code as category_code,
        version.category_name as category_name,
    from staging_category as version
    qualify version.version_id = max(version.version_id) over (partition by version.category_id)
),
cost_class as (
    select
        version.cost_class_id as cost_class_id,
        version.cost_class_code as cost_class_code,
        version.cost_class_name as cost_class_name,
        version.method as method,
    from staging_cost_class as version
    qualify version.version_id
        = max(version.version_id) over (partition by version.cost_class_id)
)
select
    -1 as item_key,
    -1 as item_id,
    '' as item_code,
    '' as item_name,
    '' as specification,
    '' as maker_name,
    '' as category1_code,
    '' as category1_name,
    '' as category2_code,
    '' as category2_name,
    '' as category_code,
    '' as category_name,
    '' as base_unit,
    '' as pack_unit,
    1::decimal(18, 6) as pack_factor,
    0::decimal(9, 4) as tax_rate,
    -1 as category_id,
    '' as generic_name,
    '' as brand_code,
    '' as brand_name,
    '' as dosage_form,
    '' as approval_code,
    '' as insurance_code,
    '' as prescription_class,
    0 as days_per_pack,
    0 as shelf_life_days,
    false as is_batch_tracked,
    false as is_traced,
    '' as cost_class_code,
    '' as cost_class_name,
    '' as cost_method,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    item.version_id as item_key,
    item.item_id as item_id,
    item.item_code as item_code,
    item.item_name as item_name,
    item.specification as specification,
    item.maker as maker_name,
    coalesce(top.category_code, middle.category_code, leaf.category_code, '') as category1_code,
    coalesce(top.category_name, middle.category_name, leaf.category_name, '') as category1_name,
    coalesce(
        case when top.category_id is not null then middle.category_code end,
        leaf.category_code,
        ''
    ) as category2_code,
    coalesce(
        case when top.category_id is not null then middle.category_name end,
        leaf.category_name,
        ''
    ) as category2_name,
    coalesce(leaf.category_code, '') as category_code,
    coalesce(leaf.category_name, '') as category_name,
    item.base_unit as base_unit,
    item.pack_unit as pack_unit,
    (item.pack_factor * 0.000001)::decimal(18, 6) as pack_factor,
    (item.tax_rate * 0.0001)::decimal(9, 4) as tax_rate,
    item.category_id as category_id,
    item.generic_name as generic_name,
    item.brand as brand_code,
    item.brand as brand_name,
    item.dosage_form as dosage_form,
    item.approval_code as approval_code,
    item.insurance_code as insurance_code,
    item.prescription_class as prescription_class,
    item.days_per_pack as days_per_pack,
    item.shelf_life_days as shelf_life_days,
    item.is_batch_tracked = 1 as is_batch_tracked,
    item.is_traced = 1 as is_traced,
    coalesce(cost_class.cost_class_code, '') as cost_class_code,
    coalesce(cost_class.cost_class_name, '') as cost_class_name,
    coalesce(cost_class.method, 'moving_average') as cost_method,
    item.is_active = 1 as is_active,
    epoch_ms(item.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(item.recorded_at) over (partition by item.item_id order by item.version_id)),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(item.version_id) over (partition by item.item_id order by item.version_id) is null
        as is_current,
from staging_item as item
left join category as leaf on leaf.category_id = item.category_id
left join category as middle on middle.category_id = leaf.parent_id
left join category as top on top.category_id = middle.parent_id
left join cost_class on cost_class.cost_class_id = item.cost_class_id
order by item_key;
