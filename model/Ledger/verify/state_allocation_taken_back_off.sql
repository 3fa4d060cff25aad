-- Entries whose allocations were taken back and that are not kept as such, or twice, or not whole;
-- and entries kept so that nothing took back.
with taken_back as (
    select reverses_seq as seq, min(seq) as by_seq, max(seq) as by_last, sum(amount) as amount
    from allocation
    where reverses_seq <> -1
    group by reverses_seq
),

made as (
    select seq, sum(amount) as amount
    from allocation
    where reverses_seq = -1
    group by seq
)

select taken_back.seq, taken_back.by_seq
from taken_back
left join state_allocation_taken_back as state on state.seq = taken_back.seq
left join made on made.seq = taken_back.seq
where
    coalesce(state.by_seq, 0) <> taken_back.by_seq
    or taken_back.by_last <> taken_back.by_seq
    or coalesce(made.amount, 0) <> -taken_back.amount
union all
select state.seq, state.by_seq
from state_allocation_taken_back as state
left join taken_back on taken_back.seq = state.seq
where coalesce(taken_back.by_seq, 0) <> state.by_seq;
