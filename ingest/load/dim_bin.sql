-- Versions of bins, sorted by bin_key.
insert into dim_bin by name
select
    -1 as bin_key,
    -1 as bin_id,
    '' as bin_code,
    '' as bin_name,
    -1 as depot_id,
    '' as bin_area_code,
    false as is_locked,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    bin.version_id as bin_key,
    bin.bin_id as bin_id,
    bin.bin_code as bin_code,
    bin.bin_name as bin_name,
    bin.depot_id as depot_id,
    bin.area_code as bin_area_code,
    bin.is_locked = 1 as is_locked,
    bin.is_active = 1 as is_active,
    epoch_ms(bin.recorded_at) as valid_from,
    coalesce(
        epoch_ms(lead(bin.recorded_at) over versions),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(bin.version_id) over versions is null as is_current,
from staging_bin as bin
window versions as (partition by bin.bin_id order by bin.version_id)
order by bin_key;
