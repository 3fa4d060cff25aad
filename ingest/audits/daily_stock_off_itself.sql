-- No range of stock may close otherwise than it opened, plus what came in, less what went out, and
-- none may open otherwise than the one before it closed: an item's ranges in a depot are one chain
-- without gaps, from nothing to what lies there now.
with pool as (
    select
        stock.depot_id as depot_id,
        stock.item_id as item_id,
        count(*) filter (
            where stock.closing_qty <> stock.opening_qty + stock.in_qty - stock.out_qty
                or stock.closing_value_amount
                <> stock.opening_value_amount
                + stock.in_value_amount
                - stock.out_value_amount
                + stock.revalued_amount
        ) as wrong_count,
        count(*) filter (where stock.to_date = date '9999-12-31') as open_count,
        bit_xor(hash(stock.from_date, stock.opening_qty, stock.opening_value_amount)) as openings,
        bit_xor(
            case
                when stock.to_date < date '9999-12-31' then hash(
                    stock.to_date + 1, stock.closing_qty, stock.closing_value_amount
                )
                else 0::ubigint
            end
        ) as closings,
        hash(min(stock.from_date), 0::decimal(18, 4), 0::decimal(22, 4)) as beginning,
    from fact_daily_stock as stock
    group by stock.depot_id, stock.item_id
)
select
    pool.depot_id as depot_id,
    pool.item_id as item_id,
    pool.wrong_count as wrong_count,
    pool.open_count as open_count,
    pool.openings <> xor(pool.closings, pool.beginning) as is_broken,
from pool
where pool.wrong_count > 0
    or pool.open_count <> 1
    or pool.openings <> xor(pool.closings, pool.beginning)
order by pool.depot_id, pool.item_id
limit 100;
