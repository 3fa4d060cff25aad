-- Versions of stores and depots, with the moment each was recorded.
select
    store.version_id,
    store.store_id,
    store.store_code,
    store.store_name,
    store.store_kind,
    store.region,
    store.opened_on,
    store.closed_on,
    store.may_go_negative,
    store.legal_entity_id,
    store.department_id,
    store.floor_area,
    entry.recorded_at
from store as store
inner join entry as entry on entry.seq = store.version_id
where store.version_id <= @to_seq
order by store.version_id;
