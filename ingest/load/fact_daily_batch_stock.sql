-- Ranges of days of a batch in a depot, sorted by depot_id, item_id, batch_id, from_date. What
-- changed since is added to the days of the ranges kept aside; a day on which nothing changed in
-- the end begins none.
insert into fact_daily_batch_stock by name
with change as (
    select
        new.depot_id as depot_id,
        new.item_id as item_id,
        new.batch_id as batch_id,
        new.business_date as from_date,
        new.in_qty as in_qty,
        new.out_qty as out_qty,
    from staging_stock_change as new
    semi join dim_batch as batch on batch.item_id = new.item_id
    union all by name
    select
        kept.depot_id as depot_id,
        kept.item_id as item_id,
        kept.batch_id as batch_id,
        kept.from_date as from_date,
        kept.in_qty as in_qty,
        kept.out_qty as out_qty,
    from staging_kept_daily_batch_stock as kept
),
day as (
    select
        change.depot_id as depot_id,
        change.item_id as item_id,
        change.batch_id as batch_id,
        change.from_date as from_date,
        sum(change.in_qty)::decimal(18, 4) as in_qty,
        sum(change.out_qty)::decimal(18, 4) as out_qty,
    from change
    group by change.depot_id, change.item_id, change.batch_id, change.from_date
    having sum(change.in_qty) <> 0 or sum(change.out_qty) <> 0
),
before as (
    select
        kept.depot_id as depot_id,
        kept.item_id as item_id,
        kept.batch_id as batch_id,
        arg_min(kept.opening_qty, kept.from_date) as qty,
    from staging_kept_daily_batch_stock as kept
    group by kept.depot_id, kept.item_id, kept.batch_id
),
closing as (
    select
        day.depot_id as depot_id,
        day.item_id as item_id,
        day.batch_id as batch_id,
        day.from_date as from_date,
        coalesce(lead(day.from_date) over pool - 1, date '9999-12-31') as to_date,
        day.in_qty as in_qty,
        day.out_qty as out_qty,
        coalesce(before.qty, 0) + sum(day.in_qty - day.out_qty) over pool as qty,
    from day
    left join before
        on before.depot_id = day.depot_id
        and before.item_id = day.item_id
        and before.batch_id = day.batch_id
    window pool as (
        partition by day.depot_id, day.item_id, day.batch_id order by day.from_date
    )
)
select
    closing.depot_id as depot_id,
    closing.depot_id as store_id,
    closing.item_id as item_id,
    closing.batch_id as batch_id,
    coalesce(batch.batch_no, '') as batch_no,
    batch.batch_end_date as batch_end_date,
    closing.from_date as from_date,
    closing.to_date as to_date,
    (closing.qty - closing.in_qty + closing.out_qty)::decimal(18, 4) as opening_qty,
    closing.in_qty as in_qty,
    closing.out_qty as out_qty,
    closing.qty::decimal(18, 4) as closing_qty,
from closing
left join dim_batch as batch on batch.batch_id = closing.batch_id
order by closing.depot_id, closing.item_id, closing.batch_id, closing.from_date;
