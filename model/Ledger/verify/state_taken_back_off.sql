-- Movements that take one back and are not kept as doing so, and the other way round. Documents
-- reversed at their own moment take back nothing any more.
with taking as (
    select
        stock_movement.source_seq,
        stock_movement.source_line_no,
        stock_movement.seq,
        stock_movement.line_no,
        stock_movement.qty
    from stock_movement
    where
        stock_movement.source_seq > 0
        and not exists (
            select 1 from state_reversed where state_reversed.seq = stock_movement.seq
        )
)

select taking.seq, taking.line_no, taking.qty
from taking
left join state_taken_back
    on
        state_taken_back.source_seq = taking.source_seq
        and state_taken_back.source_line_no = taking.source_line_no
        and state_taken_back.seq = taking.seq
        and state_taken_back.line_no = taking.line_no
where coalesce(state_taken_back.qty <> taking.qty, true)
union all
select state_taken_back.seq, state_taken_back.line_no, state_taken_back.qty
from state_taken_back
left join taking
    on
        taking.source_seq = state_taken_back.source_seq
        and taking.source_line_no = state_taken_back.source_line_no
        and taking.seq = state_taken_back.seq
        and taking.line_no = state_taken_back.line_no
where taking.seq is null;
