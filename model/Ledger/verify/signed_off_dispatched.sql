-- Signed lines of deliveries that did not take all of the delivery's worth out of 1406: what went
-- out, less what came back refused.
with signed as (
    select state_signed.seq, state_signed.line_no, sum(state_signed.cost) as cost
    from state_signed
    inner join document on document.seq = state_signed.seq
    where document.kind = 'delivery_note'
    group by state_signed.seq, state_signed.line_no
),

worth as (
    select movement.seq, movement.document_line_no as line_no, movement.recorded as worth
    from cost_movement as movement
    inner join signed
        on signed.seq = movement.seq and signed.line_no = movement.document_line_no
    union all
    select
        movement.seq,
        movement.document_line_no,
        case when taking.qty > 0 then -taking.recorded else taking.recorded end
    from cost_movement as movement
    inner join signed
        on signed.seq = movement.seq and signed.line_no = movement.document_line_no
    inner join state_taken_back as taken
        on taken.source_seq = movement.seq and taken.source_line_no = movement.line_no
    inner join cost_movement as taking
        on taking.seq = taken.seq and taking.line_no = taken.line_no
    where taking.kind = 'delivery_receipt' and taking.is_reversed = 0
),

left_there as (
    select seq, line_no, sum(worth) as worth
    from worth
    group by seq, line_no
)

select signed.seq, signed.line_no, signed.cost, left_there.worth
from signed
inner join left_there on left_there.seq = signed.seq and left_there.line_no = signed.line_no
where signed.cost <> left_there.worth;
