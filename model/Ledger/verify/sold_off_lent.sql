-- Lent lines of which nothing is lent any more and whose sales did not take the rest of their worth
-- out of 1406: what went out, less what came back.
with sold as (
    select
        state_signed.seq,
        state_signed.line_no,
        sum(state_signed.qty) as qty,
        sum(state_signed.cost) as cost
    from state_signed
    inner join document on document.seq = state_signed.seq
    where document.kind = 'lend_out'
    group by state_signed.seq, state_signed.line_no
),

kept as (
    select
        movement.seq,
        movement.document_line_no as line_no,
        -movement.qty as qty,
        movement.recorded as worth
    from cost_movement as movement
    inner join sold on sold.seq = movement.seq and sold.line_no = movement.document_line_no
    union all
    select
        movement.seq,
        movement.document_line_no,
        -taking.qty,
        case when taking.qty > 0 then -taking.recorded else taking.recorded end
    from cost_movement as movement
    inner join sold on sold.seq = movement.seq and sold.line_no = movement.document_line_no
    inner join state_taken_back as taken
        on taken.source_seq = movement.seq and taken.source_line_no = movement.line_no
    inner join cost_movement as taking
        on taking.seq = taken.seq and taking.line_no = taken.line_no
    where taking.kind = 'lend_return' and taking.is_reversed = 0
),

left_there as (
    select seq, line_no, sum(qty) as qty, sum(worth) as worth
    from kept
    group by seq, line_no
)

select sold.seq, sold.line_no, sold.cost, left_there.worth
from sold
inner join left_there on left_there.seq = sold.seq and left_there.line_no = sold.line_no
where sold.qty = left_there.qty and sold.cost <> left_there.worth;
