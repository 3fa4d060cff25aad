-- Rows of the Ledger's item, and when each was recorded.
create temp table staging_item (
    version_id bigint not null,
    item_id bigint not null,
    item_code varchar not null,
    item_name varchar not null,
    category_id bigint not null,
    specification varchar not null,
    maker varchar not null,
    base_unit varchar not null,
    pack_unit varchar not null,
    pack_factor bigint not null,
    tax_rate bigint not null,
    generic_name varchar not null,
    cost_class_id bigint not null,
    dosage_form varchar not null,
    brand varchar not null,
    approval_code varchar not null,
    insurance_code varchar not null,
    prescription_class varchar not null,
    days_per_pack bigint not null,
    shelf_life_days bigint not null,
    is_batch_tracked bigint not null,
    is_traced bigint not null,
    is_active bigint not null,
    recorded_at bigint not null,
);

-- Of entries from which to before which a version of an item holds.
create temp view staging_item_version as
select
    item.item_id as item_id,
    item.version_id as version_id,
    case
        when lag(item.version_id) over (
            partition by item.item_id order by item.version_id
        ) is null then 0
        else item.version_id
    end as from_seq,
    lead(item.version_id, 1, 9223372036854775807) over (
        partition by item.item_id order by item.version_id
    ) as next_version_id,
from staging_item as item;
