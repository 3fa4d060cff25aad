-- No item's layers in a depot may add up to another quantity or value than lies there, and no more
-- of one may be left than came in; where goods are lacking there are none.
with layer as (
    select
        layer.depot_id as depot_id,
        layer.item_id as item_id,
        sum(layer.remaining_qty) as qty,
        sum(layer.remaining_value_amount) as value_amount,
        count(*) filter (
            where layer.remaining_qty <= 0 or layer.remaining_qty > layer.received_qty
        ) as wrong_count,
    from fact_cost_layer as layer
    group by layer.depot_id, layer.item_id
),
stock as (
    select
        daily.depot_id as depot_id,
        daily.item_id as item_id,
        daily.closing_qty as qty,
        daily.closing_value_amount as value_amount,
    from fact_daily_stock as daily
    where daily.to_date = date '9999-12-31' and daily.closing_qty > 0
)
select
    coalesce(layer.depot_id, stock.depot_id) as depot_id,
    coalesce(layer.item_id, stock.item_id) as item_id,
    coalesce(layer.wrong_count, 0) as wrong_count,
    coalesce(layer.qty, 0) as qty_in_layers,
    coalesce(stock.qty, 0) as qty_in_stock,
    coalesce(layer.value_amount, 0) as value_in_layers,
    coalesce(stock.value_amount, 0) as value_in_stock,
from layer
full join stock on stock.depot_id = layer.depot_id and stock.item_id = layer.item_id
where coalesce(layer.wrong_count, 0) > 0
    or coalesce(layer.qty, 0) <> coalesce(stock.qty, 0)
    or coalesce(layer.value_amount, 0) <> coalesce(stock.value_amount, 0)
order by depot_id, item_id
limit 100;
