-- Lines of receipts of which another estimate is kept than their accrual lines leave.
with expected as (
    select
        of_seq as seq,
        of_line_no as line_no,
        sum(qty) as qty,
        sum(amount) as amount
    from accrual_line
    group by of_seq, of_line_no
)

select state.seq, state.line_no
from state_accrual as state
left join expected on expected.seq = state.seq and expected.line_no = state.line_no
where
    coalesce(expected.qty, 0) <> state.qty
    or coalesce(expected.amount, 0) <> state.amount
union all
select expected.seq, expected.line_no
from expected
left join state_accrual as state
    on state.seq = expected.seq and state.line_no = expected.line_no
where
    state.seq is null
    and (expected.qty <> 0 or expected.amount <> 0);
