-- No day may bring into a depot, take out of it or change the worth of other stock in its ranges
-- than in its movements.
with moved as (
    select
        movement.depot_id as depot_id,
        movement.business_date as business_date,
        sum(movement.qty) as qty,
        sum(movement.value_amount) as value_amount,
        sum(movement.item_id % 999983 * movement.qty) as weighed_qty,
    from fact_stock_movement as movement
    group by movement.depot_id, movement.business_date
),
ranged as (
    select
        stock.depot_id as depot_id,
        stock.from_date as business_date,
        sum(stock.in_qty - stock.out_qty) as qty,
        sum(stock.in_value_amount - stock.out_value_amount + stock.revalued_amount)
            as value_amount,
        sum(stock.item_id % 999983 * (stock.in_qty - stock.out_qty)) as weighed_qty,
    from fact_daily_stock as stock
    group by stock.depot_id, stock.from_date
)
select
    coalesce(moved.depot_id, ranged.depot_id) as depot_id,
    coalesce(moved.business_date, ranged.business_date) as business_date,
    coalesce(ranged.qty, 0) as qty_in_ranges,
    coalesce(moved.qty, 0) as qty_in_movements,
    coalesce(ranged.value_amount, 0) as value_in_ranges,
    coalesce(moved.value_amount, 0) as value_in_movements,
from moved
full join ranged
    on ranged.depot_id = moved.depot_id and ranged.business_date = moved.business_date
where coalesce(ranged.qty, 0) <> coalesce(moved.qty, 0)
    or coalesce(ranged.value_amount, 0) <> coalesce(moved.value_amount, 0)
    or coalesce(ranged.weighed_qty, 0) <> coalesce(moved.weighed_qty, 0)
order by depot_id, business_date
limit 100;
