-- title:  进销存汇总 | Stock summary by kind
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = item
--         depot text optional
--         amount_unit text = yuan in yuan|wan
-- drill:  stock/journal
-- why:    期初、采购、销售、调拨、盈、亏、组装和其他变动，以及期末，数量和库存价值都有；每行 期初 + 采购 − 销
--         售 + 调拨 + 盈 − 亏 + 组装 + 其他 = 期末。按货从哪里来、到哪里去分，
--         后来的成本调整随之。不是按收发分的收发存汇总：那里退货算收入。 |
--         Opening, what was purchased, sold, transferred, gained, lost, assembled and moved for
--         other reasons, and closing, in quantity and stock value; in every row opening +
--         purchased − sold + transferred + gained − lost + assembled + other is closing.
--         Told by where goods came from or went, later adjustments of value with them.
--         Not the stock summary by in and out, which counts a return as coming in.
with moved as (
    select
        move.by_code,
        move.by_name,
        case
            when move.business_date < $from_date then 'opening'
            when move.counter_location = 'supplier' then 'purchased'
            when move.counter_location in ('customer', 'dispatched') then 'sold'
            when move.counter_location in ('transfer', 'transit', 'priced_transfer')
                then 'transferred'
            when move.counter_location = 'loss' and (move.qty > 0) <> move.is_reversal then 'gained'
            when move.counter_location = 'loss' then 'lost'
            when move.counter_location = 'assembly' then 'assembled'
            else 'other'
        end as kind,
        move.qty,
        move.value_amount,
    from stock_movement as move
    where
        move.business_date <= $to_date
        and coalesce($depot, move.depot_code) is not distinct from move.depot_code
)

select
    moved.by_code as by_code,
    max(moved.by_name) as by_name,
    sum(case when moved.kind = 'opening' then moved.qty else 0 end) as opening_qty,
    sum(case when moved.kind = 'purchased' then moved.qty else 0 end) as purchased_qty,
    -sum(case when moved.kind = 'sold' then moved.qty else 0 end) as sold_qty,
    sum(case when moved.kind = 'transferred' then moved.qty else 0 end) as transferred_qty,
    sum(case when moved.kind = 'gained' then moved.qty else 0 end) as gained_qty,
    -sum(case when moved.kind = 'lost' then moved.qty else 0 end) as lost_qty,
    sum(case when moved.kind = 'assembled' then moved.qty else 0 end) as assembled_qty,
    sum(case when moved.kind = 'other' then moved.qty else 0 end) as other_net_qty,
    sum(moved.qty) as closing_qty,
    sum(case when moved.kind = 'opening' then moved.value_amount else 0 end)
        as opening_value_amount,
    sum(case when moved.kind = 'purchased' then moved.value_amount else 0 end)
        as purchased_value_amount,
    -sum(case when moved.kind = 'sold' then moved.value_amount else 0 end) as sold_value_amount,
    sum(case when moved.kind = 'transferred' then moved.value_amount else 0 end)
        as transferred_value_amount,
    sum(case when moved.kind = 'gained' then moved.value_amount else 0 end)
        as gained_value_amount,
    -sum(case when moved.kind = 'lost' then moved.value_amount else 0 end) as lost_value_amount,
    sum(case when moved.kind = 'assembled' then moved.value_amount else 0 end)
        as assembled_value_amount,
    sum(case when moved.kind = 'other' then moved.value_amount else 0 end)
        as other_net_value_amount,
    sum(moved.value_amount) as closing_value_amount,
from moved
group by moved.by_code
having
    count(*) filter (moved.kind <> 'opening') > 0
    or sum(moved.qty) <> 0
    or sum(moved.value_amount) <> 0
