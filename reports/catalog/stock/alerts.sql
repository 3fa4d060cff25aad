-- title:  库存预警 | Stock alerts
-- grain:  depot_code, item_code
-- params: on_date date = today, least_days int = 7, most_days int = 180, base_days int = 28
--         alert text = all in all|negative|out|below|above|low|over
--         amount_unit text = yuan in yuan|wan
-- drill:  stock/journal
-- why:    某日终了，负库存、有人要而缺货、低于下限、高于上限、偏低和偏高的。下限上限是为商品在仓库设的，
--         按现在的设置；没有设的一侧看按最近若干天的销售和调出还能卖几天。从未到过的商品设了下限也算低于。 |
--         What is negative, out of stock while it is wanted, below or above its limits, low or
--         over at the end of a day. Limits are those set for the item and depot, as they are now;
--         where a side has none, low and over go by how many days the stock lasts at the pace of
--         the last base days, sales and transfers out. What never came is below its limit too.
with gone as (
    select
        move.depot_code,
        move.item_code,
        -sum(move.qty) as qty,
    from stock_movement as move
    where
        move.business_date between $on_date - $base_days::integer + 1 and $on_date
        and (
            move.counter_location in ('customer', 'dispatched')
            or (
                move.counter_location in ('transfer', 'transit')
                and (move.qty > 0) = move.is_reversal
            )
        )
    group by move.depot_code, move.item_code
),

bounds as (
    select
        limit_rule.depot_code,
        max(limit_rule.depot_name) as depot_name,
        limit_rule.item_code,
        max(limit_rule.item_name) as item_name,
        max(limit_rule.base_unit) as base_unit,
        max(limit_rule.least_qty) as least,
        max(limit_rule.most_qty) as most,
    from limit_rule
    where limit_rule.limit_kind = 'stock' and limit_rule.is_current and limit_rule.is_active
    group by limit_rule.depot_code, limit_rule.item_code
),

lying as (
    select
        stock.depot_code,
        max(stock.depot_name) as depot_name,
        stock.item_code,
        max(stock.item_name) as item_name,
        max(stock.base_unit) as base_unit,
        sum(stock.closing_qty) as qty,
        sum(stock.closing_value_amount) as value_amount,
    from daily_stock as stock
    where $on_date between stock.from_date and stock.to_date
    group by stock.depot_code, stock.item_code
),

held as (
    select
        coalesce(lying.depot_code, bounds.depot_code) as depot_code,
        coalesce(lying.depot_name, bounds.depot_name) as depot_name,
        coalesce(lying.item_code, bounds.item_code) as item_code,
        coalesce(lying.item_name, bounds.item_name) as item_name,
        coalesce(lying.base_unit, bounds.base_unit) as base_unit,
        coalesce(lying.qty, 0) as qty,
        coalesce(lying.value_amount, 0) as value_amount,
        bounds.least,
        bounds.most,
    from lying
    full join bounds
        on bounds.depot_code = lying.depot_code and bounds.item_code = lying.item_code
),

judged as (
    select
        held.depot_code,
        held.depot_name,
        held.item_code,
        held.item_name,
        held.base_unit,
        held.qty,
        held.value_amount,
        held.least,
        held.most,
        greatest(coalesce(gone.qty, 0), 0) / $base_days::integer as daily,
        case when gone.qty > 0 then held.qty * $base_days::integer / gone.qty end as cover,
        case
            when held.qty < 0 then 'negative'
            when held.qty = 0 and gone.qty > 0 then 'out'
            when held.qty < held.least then 'below'
            when held.qty > held.most then 'above'
            when
                held.least is null
                and gone.qty > 0
                and held.qty * $base_days::integer < gone.qty * $least_days::integer
                then 'low'
            when
                held.most is null
                and gone.qty > 0
                and held.qty * $base_days::integer > gone.qty * $most_days::integer
                then 'over'
        end as alert,
    from held
    left join gone on gone.depot_code = held.depot_code and gone.item_code = held.item_code
)

select
    judged.depot_code as depot_code,
    judged.depot_name as depot_name,
    judged.item_code as item_code,
    judged.item_name as item_name,
    judged.base_unit as base_unit,
    judged.alert as stock_alert,
    judged.qty as closing_qty,
    judged.value_amount as closing_value_amount,
    judged.daily as daily_qty,
    judged.cover as cover_days,
    judged.least as least_qty,
    judged.most as most_qty,
from judged
where judged.alert is not null and $alert in ('all', judged.alert)
order by
    list_position(['negative', 'out', 'below', 'low', 'above', 'over'], judged.alert),
    judged.cover nulls first,
    judged.depot_code,
    judged.item_code
