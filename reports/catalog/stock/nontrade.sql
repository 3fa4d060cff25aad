-- title:  非进销出入库 | Movements that are no trade
-- grain:  counter_location, document_kind, reason_code, by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = item
--         amount_unit text = yuan in yuan|wan
-- drill:  stock/journal
-- why:    不因买卖而进出库存的：盘盈盘亏、报损、销毁、组装、领用、样品、兑奖、积分礼品、借入借出和其他，
--         按单据种类和原因；按库存价值，不按售价。以后对它们的成本调整是成本调整单的行。不含调拨，
--         也不含销售单上的赠品行。 |
--         What came in and went out of stock without being bought or sold: losses and gains of
--         counts, damage, destruction, assembly, internal use, samples, prizes, gifts for points,
--         lent, borrowed and other, by kind of document and reason; in stock value, not in price.
--         Later adjustments of such movements are rows of kind cost_adjustment. Not transfers,
--         nor gifts that are lines of a sale.
with moved as (
    select
        move.by_code,
        move.by_name,
        move.counter_location,
        case when move.is_adjustment then 'cost_adjustment' else move.document_kind end as kind,
        case when move.is_adjustment then '' else coalesce(move.reason_code, '') end as reason_code,
        case when move.is_adjustment then '' else coalesce(move.reason_name, '') end as reason_name,
        case
            when move.qty = 0 then 'none'
            when (move.qty > 0) <> move.is_reversal then 'in'
            else 'out'
        end as side,
        move.qty,
        move.value_amount,
    from stock_movement as move
    inner join bucket on move.period_date between bucket.from_date and bucket.to_date
    where
        move.counter_location in (
            'loss', 'assembly', 'internal_use', 'other', 'sample', 'prize', 'lent', 'borrowed'
        )
        or (
            not move.is_adjustment
            and move.document_kind in (
                'points_redeem', 'prize_collection', 'prize_claim', 'prize_receipt'
            )
        )
)

select
    moved.counter_location as counter_location,
    moved.kind as document_kind,
    moved.reason_code as reason_code,
    max(moved.reason_name) as reason_name,
    moved.by_code as by_code,
    max(moved.by_name) as by_name,
    sum(case when moved.side = 'in' then moved.qty else 0 end) as in_qty,
    sum(case when moved.side = 'out' then -moved.qty else 0 end) as out_qty,
    sum(case when moved.side = 'in' then moved.value_amount else 0 end) as in_value_amount,
    sum(case when moved.side = 'out' then -moved.value_amount else 0 end) as out_value_amount,
    sum(case when moved.side = 'none' then moved.value_amount else 0 end) as revalued_amount,
from moved
group by moved.counter_location, moved.kind, moved.reason_code, moved.by_code
order by moved.counter_location, moved.kind, moved.reason_code, moved.by_code
