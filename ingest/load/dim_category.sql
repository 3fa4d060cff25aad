-- Versions of categories, sorted by category_key.
insert into dim_category by name
select
    -1 as category_key,
    -1 as category_id,
    '' as category_code,
    '' as category_name,
    -1 as parent_id,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    category.version_id as category_key,
    category.category_id as category_id,
    category.category_code as category_code,
    category.category_name as category_name,
    category.parent_id as parent_id,
    epoch_ms(category.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(category.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(category.version_id) over versions is null as is_current,
from staging_category as category
window versions as (partition by category.category_id order by category.version_id)
order by category_key;
