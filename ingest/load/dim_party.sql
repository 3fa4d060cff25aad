-- Party versions, sorted by party_key. Class and region have no master of their own: the code is
-- the name.
insert into dim_party by name
select
    -1 as party_key,
    -1 as party_id,
    '' as party_code,
    '' as party_name,
    '' as party_class_code,
    '' as party_class_name,
    '' as party_region_code,
    '' as party_region_name,
    false as is_customer,
    false as is_supplier,
    true as is_active,
    timestamp '1970-01-01' as valid_from,
    timestamp '9999-12-31' as valid_to,
    true as is_current,
union all by name
select
    party.version_id as party_key,
    party.party_id as party_id,
    party.party_code as party_code,
    party.party_name as party_name,
    party.party_class as party_class_code,
    party.party_class as party_class_name,
    party.region as party_region_code,
    party.region as party_region_name,
    party.is_customer = 1 as is_customer,
    party.is_supplier = 1 as is_supplier,
    party.is_active = 1 as is_active,
    epoch_ms(party.recorded_at) as valid_from,
    coalesce(
        epoch_ms(
            lead(party.recorded_at) over (partition by party.party_id order by party.version_id)
        ),
        timestamp '9999-12-31'
    ) as valid_to,
    lead(party.version_id) over (partition by party.party_id order by party.version_id) is null
        as is_current,
from staging_party as party
order by party_key;
