-- Stores and depots: one version each, from the beginning.
insert into staging_store by name
select
    source_key('store', incoming.store_code) as version_id,
    source_key('store', incoming.store_code) as store_id,
    incoming.store_code as store_code,
    incoming.store_name as store_name,
    coalesce(incoming.store_kind, 'store') as store_kind,
    coalesce(incoming.region, '') as region,
    coalesce(strftime(incoming.opened_date, '%Y%m%d')::bigint, 0) as opened_on,
    coalesce(strftime(incoming.closed_date, '%Y%m%d')::bigint, 0) as closed_on,
    0 as may_go_negative,
    -1 as legal_entity_id,
    -1 as department_id,
    0 as floor_area,
    0 as recorded_at,
from incoming_store as incoming;
