-- Party versions, sorted by party_key. Class and region have no master of their own: the code is
-- the name.
insert into dim_party by name
with price_list as (
    select
        version.price_list_id as price_list_id,
        version.price_list_code as price_list_code,
        version.price_list_name as price_list_name,
    from staging_price_list as version
    qualify version.version_id
        = max(version.version_id) over (partition by version.price_list_id)
),
employee as (
    select
        version.employee_id as employee_id,
        version.employee_code as employee_code,
        version.employee_name as employee_name,
    from staging_employee as version
    qualify version.version_id = max(version.version_id) over (partition by version.employee_id)
),
payer as (
    select
        version.party_id as party_id,
        version.party_code as party_code,
        version.party_name as party_name,
    from staging_party as version
    qualify version.version_id = max(version.version_id) over (partition by version.party_id)
),
member_level as (
    select
        version.member_level_id as member_level_id,
        version.member_level_code as member_level_code,
        version.member_level_name as member_level_name,
    from staging_member_level as version
    qualify version.version_id
        = max(version.version_id) over (partition by version.member_level_id)
),
member as (
    select change.party_id as party_id, change.level_id as level_id
    from staging_member_level_change as change
    qualify change.seq = max(change.seq) over (partition by change.party_id)
)
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
    '' as settlement_party_code,
    '' as settlement_party_name,
    '' as term_kind,
    0 as term_days,
    '' as price_list_code,
    '' as price_list_name,
    -1 as owner_id,
    '' as owner_code,
    '' as owner_name,
    '' as member_level_code,
    '' as member_level_name,
    null::date as licence_end_date,
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
    payer.party_code as settlement_party_code,
    payer.party_name as settlement_party_name,
    party.term_kind as term_kind,
    party.term_days as term_days,
    coalesce(price_list.price_list_code, '') as price_list_code,
    coalesce(price_list.price_list_name, '') as price_list_name,
    party.employee_id as owner_id,
    coalesce(employee.employee_code, '') as owner_code,
    coalesce(employee.employee_name, '') as owner_name,
    coalesce(member_level.member_level_code, '') as member_level_code,
    coalesce(member_level.member_level_name, '') as member_level_name,
    case when party.licence_valid_to > 0 then make_date(
        party.licence_valid_to // 10000,
        party.licence_valid_to // 100 % 100,
        party.licence_valid_to % 100
    ) end as licence_end_date,
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
left join payer
    on payer.party_id = case
        when party.settlement_party_id > 0 then party.settlement_party_id
        else party.party_id
    end
left join price_list on price_list.price_list_id = party.price_list_id
left join employee on employee.employee_id = party.employee_id
left join member on member.party_id = party.party_id
left join member_level on member_level.member_level_id = member.level_id
order by party_key;
