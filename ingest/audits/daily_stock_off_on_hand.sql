-- No item may end its ranges in a depot with another quantity or value than the Ledger has there.
with company_wide as (
    select distinct stock.item_id as item_id
    from staging_on_hand as stock
    where stock.depot_id = -1
),
found as (
    select
        stock.item_id as item_id,
        case when company_wide.item_id is null then stock.depot_id else -1 end as depot_id,
        sum(stock.closing_qty) as qty,
        sum(stock.closing_value_amount) as value_amount,
    from fact_daily_stock as stock
    left join company_wide on company_wide.item_id = stock.item_id
    where stock.to_date = date '9999-12-31'
    group by all
),
expected as (
    select
        stock.item_id as item_id,
        stock.depot_id as depot_id,
        (stock.qty * 0.0001)::decimal(38, 4) as qty,
        (stock.value * 0.0001)::decimal(38, 4) as value_amount,
    from staging_on_hand as stock
)
select
    coalesce(found.item_id, expected.item_id) as item_id,
    coalesce(found.depot_id, expected.depot_id) as depot_id,
    coalesce(found.qty, 0) as qty_in_star,
    coalesce(expected.qty, 0) as qty_in_ledger,
    coalesce(found.value_amount, 0) as value_in_star,
    coalesce(expected.value_amount, 0) as value_in_ledger,
from found
full join expected on expected.item_id = found.item_id and expected.depot_id = found.depot_id
where coalesce(found.qty, 0) <> coalesce(expected.qty, 0)
    or coalesce(found.value_amount, 0) <> coalesce(expected.value_amount, 0)
order by item_id, depot_id
limit 100;
