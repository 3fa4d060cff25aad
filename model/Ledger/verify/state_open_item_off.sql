-- Open items whose rest is not what their allocations leave, and kept ones that are no open items.
with settled as (
    select debit_seq as seq, debit_line_no as line_no, -amount as change
    from allocation
    union all
    select credit_seq, credit_line_no, amount
    from allocation
),

change_of_item as (
    select seq, line_no, sum(change) as change
    from settled
    group by seq, line_no
),

expected as (
    select
        item.seq,
        item.line_no,
        item.account,
        item.party_id,
        item.due_date,
        item.origin_date,
        item.amount,
        item.amount + coalesce(change_of_item.change, 0) as remaining
    from open_item as item
    left join change_of_item
        on change_of_item.seq = item.seq and change_of_item.line_no = item.line_no
)

select expected.seq, expected.line_no, expected.remaining
from expected
left join state_open_item as state
    on
        state.account = expected.account
        and state.party_id = expected.party_id
        and state.seq = expected.seq
        and state.line_no = expected.line_no
        and state.due_date = expected.due_date
        and state.origin_date = expected.origin_date
        and state.amount = expected.amount
where coalesce(state.remaining, 0) <> expected.remaining
union all
select state.seq, state.line_no, state.remaining
from state_open_item as state
left join expected
    on
        expected.account = state.account
        and expected.party_id = state.party_id
        and expected.seq = state.seq
        and expected.line_no = state.line_no
where state.remaining = 0 or coalesce(expected.remaining, 0) <> state.remaining;
