-- Stock by item, depot, batch and bin, nearest expiry first. Of items not kept so: what the pool
-- holds beside the bins. An empty code leaves the item or the depot open; expires_to −1 the expiry.
with kept as (
    select item_id, depot_id, sum(qty) as qty
    from state_stock
    group by item_id, depot_id
),

pooled as (
    select item_id, depot_id, sum(qty) as qty
    from state_pool
    where depot_id >= 0
    group by item_id, depot_id
),

cell as (
    select item_id, depot_id, expires_on, batch_id, bin_id, qty
    from state_stock
    where qty <> 0
    union all
    select
        pooled.item_id,
        pooled.depot_id,
        -1 as expires_on,
        -1 as batch_id,
        -1 as bin_id,
        cast(pooled.qty - coalesce(kept.qty, 0) as bigint) as qty
    from pooled
    left join kept on kept.item_id = pooled.item_id and kept.depot_id = pooled.depot_id
    where pooled.qty <> coalesce(kept.qty, 0)
),

latest_item as (
    select item_id, max(version_id) as version_id from item group by item_id
),

latest_store as (
    select store_id, max(version_id) as version_id from store group by store_id
),

latest_bin as (
    select bin_id, max(version_id) as version_id from bin group by bin_id
)

select
    item.item_code,
    item.item_name,
    store.store_code,
    coalesce(batch.batch_no, '') as batch_no,
    coalesce(batch.lot_no, '') as lot_no,
    coalesce(bin.bin_code, '') as bin_code,
    cell.expires_on,
    coalesce(batch.expiry_precision, '') as expiry_precision,
    case
        when exists (
            select 1
            from state_freeze
            where
                state_freeze.item_id = cell.item_id
                and state_freeze.batch_id in (-1, cell.batch_id)
                and state_freeze.depot_id in (-1, cell.depot_id)
        ) then 1
        else 0
    end as is_frozen,
    cell.qty
from cell
inner join latest_item on latest_item.item_id = cell.item_id
inner join item on item.version_id = latest_item.version_id
inner join latest_store on latest_store.store_id = cell.depot_id
inner join store on store.version_id = latest_store.version_id
left join state_batch as batch
    on batch.item_id = cell.item_id and batch.batch_id = cell.batch_id
left join latest_bin on latest_bin.bin_id = cell.bin_id
left join bin on bin.version_id = latest_bin.version_id
where
    (@item_code = '' or item.item_code = @item_code)
    and (@depot_code = '' or store.store_code = @depot_code)
    and (
        @expires_to = -1
        or (cell.qty > 0 and cell.expires_on >= 0 and cell.expires_on <= @expires_to)
    )
order by
    item.item_code,
    store.store_code,
    case
        when cell.batch_id < 0 then 0
        when cell.expires_on < 0 then 99999999
        else cell.expires_on
    end,
    coalesce(batch.batch_no, ''),
    coalesce(batch.lot_no, ''),
    coalesce(bin.bin_code, '');
