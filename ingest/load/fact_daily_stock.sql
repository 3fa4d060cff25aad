-- Ranges of days of an item in a depot, sorted by depot_id, item_id, from_date. What changed since
-- is added to the days of the ranges kept aside; a day on which nothing changed in the end begins
-- none.
insert into fact_daily_stock by name
with change as (
    select
        new.depot_id as depot_id,
        new.item_id as item_id,
        new.business_date as from_date,
        new.in_qty as in_qty,
        new.out_qty as out_qty,
        new.in_value_amount as in_value_amount,
        new.out_value_amount as out_value_amount,
        new.revalued_amount as revalued_amount,
    from staging_stock_change as new
    where new.is_new
    union all by name
    select
        kept.depot_id as depot_id,
        kept.item_id as item_id,
        kept.from_date as from_date,
        kept.in_qty as in_qty,
        kept.out_qty as out_qty,
        kept.in_value_amount as in_value_amount,
        kept.out_value_amount as out_value_amount,
        kept.revalued_amount as revalued_amount,
    from staging_kept_daily_stock as kept
),
day as (
    select
        change.depot_id as depot_id,
        change.item_id as item_id,
        change.from_date as from_date,
        sum(change.in_qty)::decimal(18, 4) as in_qty,
        sum(change.out_qty)::decimal(18, 4) as out_qty,
        sum(change.in_value_amount)::decimal(22, 4) as in_value_amount,
        sum(change.out_value_amount)::decimal(22, 4) as out_value_amount,
        sum(change.revalued_amount)::decimal(22, 4) as revalued_amount,
    from change
    group by change.depot_id, change.item_id, change.from_date
    having sum(change.in_qty) <> 0
        or sum(change.out_qty) <> 0
        or sum(change.in_value_amount) <> 0
        or sum(change.out_value_amount) <> 0
        or sum(change.revalued_amount) <> 0
),
before as (
    select
        kept.depot_id as depot_id,
        kept.item_id as item_id,
        arg_min(kept.opening_qty, kept.from_date) as qty,
        arg_min(kept.opening_value_amount, kept.from_date) as value_amount,
    from staging_kept_daily_stock as kept
    group by kept.depot_id, kept.item_id
),
closing as (
    select
        day.depot_id as depot_id,
        day.item_id as item_id,
        day.from_date as from_date,
        coalesce(lead(day.from_date) over pool - 1, date '9999-12-31') as to_date,
        day.in_qty as in_qty,
        day.out_qty as out_qty,
        day.in_value_amount as in_value_amount,
        day.out_value_amount as out_value_amount,
        day.revalued_amount as revalued_amount,
        coalesce(before.qty, 0) + sum(day.in_qty - day.out_qty) over pool as qty,
        coalesce(before.value_amount, 0)
            + sum(day.in_value_amount - day.out_value_amount + day.revalued_amount) over pool
            as value_amount,
    from day
    left join before on before.depot_id = day.depot_id and before.item_id = day.item_id
    window pool as (partition by day.depot_id, day.item_id order by day.from_date)
)
select
    closing.depot_id as depot_id,
    closing.depot_id as store_id,
    closing.item_id as item_id,
    closing.from_date as from_date,
    closing.to_date as to_date,
    (closing.qty - closing.in_qty + closing.out_qty)::decimal(18, 4) as opening_qty,
    closing.in_qty as in_qty,
    closing.out_qty as out_qty,
    closing.qty::decimal(18, 4) as closing_qty,
    (
        closing.value_amount
        - closing.in_value_amount
        + closing.out_value_amount
        - closing.revalued_amount
    )::decimal(22, 4) as opening_value_amount,
    closing.in_value_amount as in_value_amount,
    closing.out_value_amount as out_value_amount,
    closing.revalued_amount as revalued_amount,
    closing.value_amount::decimal(22, 4) as closing_value_amount,
from closing
order by closing.depot_id, closing.item_id, closing.from_date;
