-- Items whose last taking back is not kept as it was, and the other way round.
with freed as (
    select debit_seq as seq, debit_line_no as line_no, business_date
    from allocation
    where reverses_seq <> -1
    union all
    select credit_seq, credit_line_no, business_date
    from allocation
    where reverses_seq <> -1
),

expected as (
    select seq, line_no, max(business_date) as freed_on
    from freed
    group by seq, line_no
)

select expected.seq, expected.line_no, expected.freed_on
from expected
left join state_item_freed as state
    on state.seq = expected.seq and state.line_no = expected.line_no
where coalesce(state.freed_on, 0) <> expected.freed_on
union all
select state.seq, state.line_no, state.freed_on
from state_item_freed as state
left join expected
    on expected.seq = state.seq and expected.line_no = state.line_no
where coalesce(expected.freed_on, 0) <> state.freed_on;
