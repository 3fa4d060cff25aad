-- Lines of payment requests of which another payment is kept than was made.
with expected as (
    select
        of_seq as seq,
        of_line_no as line_no,
        sum(amount) as amount
    from request_payment
    group by of_seq, of_line_no
)

select state.seq, state.line_no
from state_request_paid as state
left join expected on expected.seq = state.seq and expected.line_no = state.line_no
where
    coalesce(expected.amount, 0) <> state.amount
union all
select expected.seq, expected.line_no
from expected
left join state_request_paid as state
    on state.seq = expected.seq and state.line_no = expected.line_no
where
    state.seq is null
    and (expected.amount <> 0);
