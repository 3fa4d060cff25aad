-- What is reserved for the lines of orders otherwise than their orders say: what is ordered and
-- changed, less what was delivered, of orders that reserve and were neither ended nor reversed.
with expected as (
    select
        line.item_id,
        document.depot_id,
        line.seq,
        line.line_no,
        sales_detail.reserves_until,
        line.qty - coalesce(
            (
                select sum(followed.qty)
                from state_followed as followed
                where
                    followed.seq = line.seq
                    and followed.line_no = line.line_no
                    and followed.kind in (
                        'sales_contract',
                        'sales_order',
                        'sale',
                        'delivery_note',
                        'contract_change'
                    )
            ),
            0
        ) as qty
    from sales_detail
    inner join document on document.seq = sales_detail.seq
    inner join state_document on state_document.document_key = document.document_key
    inner join document_line as line on line.seq = document.seq
    where
        sales_detail.is_reserving = 1
        and document.is_reversal = 0
        and state_document.status = 'posted'
)

select expected.seq, expected.line_no, expected.qty
from expected
left join state_reserved
    on
        state_reserved.item_id = expected.item_id
        and state_reserved.depot_id = expected.depot_id
        and state_reserved.seq = expected.seq
        and state_reserved.line_no = expected.line_no
where
    coalesce(state_reserved.qty, 0) <> expected.qty
    or (expected.qty <> 0 and state_reserved.reserves_until <> expected.reserves_until)
union all
select state_reserved.seq, state_reserved.line_no, state_reserved.qty
from state_reserved
left join expected
    on
        expected.item_id = state_reserved.item_id
        and expected.depot_id = state_reserved.depot_id
        and expected.seq = state_reserved.seq
        and expected.line_no = state_reserved.line_no
where expected.seq is null or expected.qty = 0;
