-- What posting counted, by month and measure: the full blocks that stand in the chain, and the
-- open one.
select
    total.month_key,
    total.measure,
    cast(sum(total.total) as bigint) as total
from (
    select
        closed.month_key,
        closed.measure,
        closed.total
    from control_total as closed
    where closed.seq <= @to_seq
    union all
    select
        open_block.month_key,
        open_block.measure,
        open_block.total
    from state_control as open_block
) as total
group by total.month_key, total.measure
order by total.month_key, total.measure;
