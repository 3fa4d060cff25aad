-- Rows of the Ledger's store, and when each was recorded.
create temp table staging_store (
    version_id bigint not null,
    store_id bigint not null,
    store_code varchar not null,
    store_name varchar not null,
    store_kind varchar not null,
    region varchar not null,
    opened_on bigint not null,
    closed_on bigint not null,
    may_go_negative bigint not null,
    legal_entity_id bigint not null,
    department_id bigint not null,
    floor_area bigint not null,
    recorded_at bigint not null,
);

-- Of entries from which to before which a version of a store holds; the first holds for all before.
create temp view staging_store_version as
select
    store.store_id as store_id,
    store.version_id as version_id,
    case
        when lag(store.version_id) over (
            partition by store.store_id order by store.version_id
        ) is null then 0
        else store.version_id
    end as from_seq,
    lead(store.version_id, 1, 9223372036854775807) over (
        partition by store.store_id order by store.version_id
    ) as next_version_id,
from staging_store as store;
