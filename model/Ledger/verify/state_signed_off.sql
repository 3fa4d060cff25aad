-- Signed lines of deliveries, and sold ones of lendings, that are kept otherwise than the receipts
-- and sales say: what left 1406 with each, adjustments included.
with expected as (
    select
        line.original_seq as seq,
        line.original_line_no as line_no,
        line.seq as receipt_seq,
        line.line_no as receipt_line_no,
        line.qty,
        line.cost_amount + coalesce(
            (
                select sum(later.cost_amount)
                from cost_adjustment as later
                where
                    later.original_seq = line.seq
                    and later.original_line_no = line.line_no
                    and later.original_movement_no = 0
            ),
            0
        ) as cost
    from document
    inner join document_line as line on line.seq = document.seq
    inner join state_document on state_document.document_key = document.document_key
    where
        document.kind in ('delivery_receipt', 'lend_sale')
        and document.is_reversal = 0
        and state_document.status = 'posted'
        and line.qty > 0
)

select expected.receipt_seq, expected.receipt_line_no, expected.cost
from expected
left join state_signed
    on
        state_signed.seq = expected.seq
        and state_signed.line_no = expected.line_no
        and state_signed.receipt_seq = expected.receipt_seq
        and state_signed.receipt_line_no = expected.receipt_line_no
where
    state_signed.seq is null
    or state_signed.qty <> expected.qty
    or state_signed.cost <> expected.cost
union all
select state_signed.receipt_seq, state_signed.receipt_line_no, state_signed.cost
from state_signed
left join expected
    on
        expected.receipt_seq = state_signed.receipt_seq
        and expected.receipt_line_no = state_signed.receipt_line_no
where expected.seq is null;
