-- Every band of age as it stands, a row each, in the order of its account and days.
select
    aging_band.account,
    aging_band.days,
    aging_band.provision_rate,
    aging_band.is_active
from state_master
    join aging_band on aging_band.version_id = state_master.version_id
where state_master.kind = 'aging_band'
order by aging_band.account, aging_band.days
