-- Versions of bands of age, sorted by aging_band_key. Those that hold now begin where the one
-- before ends.
insert into fact_aging_band by name
with version as (
    select
        band.version_id as aging_band_key,
        band.aging_band_id as aging_band_id,
        band.aging_band_code as aging_band_code,
        band.account as account,
        case when band.days >= 0 then band.days::integer end as to_days,
        (band.provision_rate * 0.000001)::decimal(18, 6) as provision_rate,
        lead(band.version_id) over (partition by band.aging_band_id order by band.version_id)
            is null as is_current,
        band.is_active = 1 as is_active,
    from staging_aging_band as band
)
select
    version.aging_band_key as aging_band_key,
    version.aging_band_id as aging_band_id,
    version.aging_band_code as aging_band_code,
    version.account as account,
    case
        when version.is_current and version.is_active
            then lag(version.to_days) over (
                partition by version.account, version.is_current and version.is_active
                order by version.to_days nulls last
            ) + 1
    end as from_days,
    version.to_days as to_days,
    version.provision_rate as provision_rate,
    version.is_current as is_current,
    version.is_active as is_active,
from version
order by version.aging_band_key;
