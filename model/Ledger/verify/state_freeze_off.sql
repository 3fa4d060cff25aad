-- Freezes that hold and are not looked up, and look-ups of ones that do not hold.
with latest as (
    select item_id, batch_id, depot_id, max(seq) as seq
    from stock_freeze
    group by item_id, batch_id, depot_id
),

held as (
    select stock_freeze.item_id, stock_freeze.batch_id, stock_freeze.depot_id, stock_freeze.seq
    from stock_freeze
    inner join latest on latest.seq = stock_freeze.seq
    where stock_freeze.is_frozen = 1
)

select held.seq, held.item_id
from held
left join state_freeze
    on
        state_freeze.item_id = held.item_id
        and state_freeze.batch_id = held.batch_id
        and state_freeze.depot_id = held.depot_id
where coalesce(state_freeze.seq, 0) <> held.seq
union all
select state_freeze.seq, state_freeze.item_id
from state_freeze
left join held
    on
        held.item_id = state_freeze.item_id
        and held.batch_id = state_freeze.batch_id
        and held.depot_id = state_freeze.depot_id
where held.seq is null;
