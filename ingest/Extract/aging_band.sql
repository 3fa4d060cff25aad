-- Versions of bands of age.
select
    aging_band.version_id,
    aging_band.aging_band_id,
    aging_band.aging_band_code,
    aging_band.account,
    aging_band.days,
    aging_band.provision_rate,
    aging_band.is_active
from aging_band as aging_band
where aging_band.version_id <= @to_seq
order by aging_band.version_id;
