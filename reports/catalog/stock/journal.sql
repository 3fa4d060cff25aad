-- title:  库存流水账 | Stock journal
-- grain:  depot_code, item_code, document_key, line_no
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         item text optional, depot text optional
--         unit text = base in base|large|mixed
--         amount_unit text = yuan in yuan|wan
-- why:    商品在仓库里的每一笔流水，按发生的时刻，带结存数量和金额；每组首行是期初结存，末行即库存。
--         收发口径同收发存汇总：红冲减在原来的一边。不是货款往来：那是对账单。 |
--         Each movement of an item in a depot by its moment, with what lay there after it, in
--         quantity and value; the first row of each is the balance brought forward, the last one
--         ends with the stock. In and out as in the stock summary: a reversal takes off the side
--         it takes back. Not what is owed for goods: a statement.
with moved as (
    select
        move.depot_code,
        move.depot_name,
        move.item_code,
        move.item_name,
        move.base_unit,
        move.pack_unit,
        move.pack_factor,
        move.business_date,
        move.business_at,
        move.document_key,
        move.line_no,
        move.document_kind,
        move.document_no,
        move.counter_location,
        move.party_name,
        move.batch_no,
        case
            when move.qty = 0 or move.counter_location = 'bin' then 'none'
            when (move.qty > 0) <> move.is_reversal then 'in'
            else 'out'
        end as side,
        move.qty,
        move.value_amount,
    from stock_movement as move
    where
        move.business_date <= $to_date
        and coalesce($item, move.item_code) is not distinct from move.item_code
        and coalesce($depot, move.depot_code) is not distinct from move.depot_code
),

entry as (
    select
        moved.depot_code,
        max(moved.depot_name) as depot_name,
        moved.item_code,
        max(moved.item_name) as item_name,
        max(moved.base_unit) as base_unit,
        max(moved.pack_unit) as pack_unit,
        max(moved.pack_factor) as pack_factor,
        $from_date as business_date,
        null as business_at,
        -1 as document_key,
        0 as line_no,
        'brought_forward' as document_kind,
        '' as document_no,
        '' as counter_location,
        '' as party_name,
        '' as batch_no,
        'brought_forward' as side,
        sum(moved.qty) as qty,
        sum(moved.value_amount) as value_amount,
    from moved
    where moved.business_date < $from_date
    group by moved.depot_code, moved.item_code
    having sum(moved.qty) <> 0 or sum(moved.value_amount) <> 0
    union all by name
    select
        moved.depot_code,
        moved.depot_name,
        moved.item_code,
        moved.item_name,
        moved.base_unit,
        moved.pack_unit,
        moved.pack_factor,
        moved.business_date,
        moved.business_at,
        moved.document_key,
        moved.line_no,
        moved.document_kind,
        moved.document_no,
        moved.counter_location,
        moved.party_name,
        moved.batch_no,
        moved.side,
        moved.qty,
        moved.value_amount,
    from moved
    where moved.business_date >= $from_date
),

placed as (
    select
        entry.depot_code,
        entry.depot_name,
        entry.item_code,
        entry.item_name,
        entry.base_unit,
        entry.pack_unit,
        entry.pack_factor,
        entry.business_date,
        entry.document_key,
        entry.line_no,
        entry.document_kind,
        entry.document_no,
        entry.counter_location,
        entry.party_name,
        entry.batch_no,
        entry.side,
        entry.qty,
        entry.value_amount,
        row_number() over running as place,
        sum(entry.qty) over running as qty_after,
        sum(entry.value_amount) over running as value_after,
    from entry
    window running as (
        partition by entry.depot_code, entry.item_code
        order by
            entry.business_date,
            entry.business_at nulls first,
            entry.document_key,
            entry.line_no
        rows unbounded preceding
    )
)

select
    placed.depot_code as depot_code,
    placed.depot_name as depot_name,
    placed.item_code as item_code,
    placed.item_name as item_name,
    placed.base_unit as base_unit,
    placed.pack_unit as pack_unit,
    placed.pack_factor as pack_factor,
    placed.business_date as business_date,
    placed.document_key as document_key,
    placed.line_no as line_no,
    placed.document_kind as document_kind,
    placed.document_no as document_no,
    placed.counter_location as counter_location,
    placed.party_name as party_name,
    placed.batch_no as batch_no,
    case when placed.side = 'in' then placed.qty else 0 end as in_qty,
    case when placed.side = 'out' then -placed.qty else 0 end as out_qty,
    placed.qty_after as closing_qty,
    case when placed.side = 'in' then placed.value_amount else 0 end as in_value_amount,
    case when placed.side = 'out' then -placed.value_amount else 0 end as out_value_amount,
    case when placed.side = 'none' then placed.value_amount else 0 end as revalued_amount,
    placed.value_after as closing_value_amount,
from placed
order by placed.depot_code, placed.item_code, placed.place
