-- Customers and suppliers: one version each, from the beginning.
insert into staging_party by name
select
    source_key('party', incoming.party_code) as version_id,
    source_key('party', incoming.party_code) as party_id,
    incoming.party_code as party_code,
    coalesce(incoming.is_customer, false)::bigint as is_customer,
    coalesce(incoming.is_supplier, false)::bigint as is_supplier,
    coalesce(incoming.party_class, '') as party_class,
    coalesce(incoming.region, '') as region,
    coalesce(incoming.is_active, true)::bigint as is_active,
    -1 as settlement_party_id,
    '' as term_kind,
    0 as term_days,
    coalesce(source_key('price_list', incoming.price_list_code), -1) as price_list_id,
    -1 as employee_id,
    0 as licence_valid_to,
    incoming.party_name as party_name,
    0 as recorded_at,
from incoming_party as incoming;
