-- Versions of member levels, sorted by member_level_key.
insert into dim_member_level by name
select
    -1 as member_level_key,
    -1 as member_level_id,
    '' as member_level_code,
    '' as member_level_name,
    0 as member_level_rank,
    0::decimal(18, 6) as points_rate,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    member_level.version_id as member_level_key,
    member_level.member_level_id as member_level_id,
    member_level.member_level_code as member_level_code,
    member_level.member_level_name as member_level_name,
    member_level.rank::integer as member_level_rank,
    (member_level.points_rate * 0.000001)::decimal(18, 6) as points_rate,
    member_level.is_active = 1 as is_active,
    epoch_ms(member_level.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(member_level.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(member_level.version_id) over versions is null as is_current,
from staging_member_level as member_level
window versions as (partition by member_level.member_level_id order by member_level.version_id)
order by member_level_key;
