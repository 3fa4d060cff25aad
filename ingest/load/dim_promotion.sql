-- Versions of promotions, sorted by promotion_key.
insert into dim_promotion by name
select
    -1 as promotion_key,
    -1 as promotion_id,
    '' as promotion_code,
    '' as promotion_name,
    '' as promotion_kind,
    null::date as starts_date,
    null::date as ends_date,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    promotion.version_id as promotion_key,
    promotion.promotion_id as promotion_id,
    promotion.promotion_code as promotion_code,
    promotion.promotion_name as promotion_name,
    promotion.promotion_kind as promotion_kind,
    case when promotion.valid_from > 0 then make_date(
        promotion.valid_from // 10000, promotion.valid_from // 100 % 100, promotion.valid_from % 100
    ) end as starts_date,
    case when promotion.valid_to > 0 then make_date(
        promotion.valid_to // 10000, promotion.valid_to // 100 % 100, promotion.valid_to % 100
    ) end as ends_date,
    promotion.is_active = 1 as is_active,
    epoch_ms(promotion.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(promotion.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(promotion.version_id) over versions is null as is_current,
from staging_promotion as promotion
window versions as (partition by promotion.promotion_id order by promotion.version_id)
order by promotion_key;
