-- Versions of price lists, sorted by price_list_key.
insert into dim_price_list by name
select
    -1 as price_list_key,
    -1 as price_list_id,
    '' as price_list_code,
    '' as price_list_name,
    false as is_tax_included,
    null::date as starts_date,
    null::date as ends_date,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    price_list.version_id as price_list_key,
    price_list.price_list_id as price_list_id,
    price_list.price_list_code as price_list_code,
    price_list.price_list_name as price_list_name,
    price_list.includes_tax = 1 as is_tax_included,
    case when price_list.valid_from > 0 then make_date(
        price_list.valid_from // 10000,
        price_list.valid_from // 100 % 100,
        price_list.valid_from % 100
    ) end as starts_date,
    case when price_list.valid_to > 0 then make_date(
        price_list.valid_to // 10000,
        price_list.valid_to // 100 % 100,
        price_list.valid_to % 100
    ) end as ends_date,
    price_list.is_active = 1 as is_active,
    epoch_ms(price_list.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(price_list.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(price_list.version_id) over versions is null as is_current,
from staging_price_list as price_list
window versions as (
    partition by price_list.price_list_id order by price_list.version_id
)
order by price_list_key;
