-- The lines of an order, contract or quotation, and how far each is.
select
    line.line_no,
    item.item_code,
    line.qty,
    cast(
        coalesce(
            (
                select -sum(followed.qty)
                from state_followed as followed
                where
                    followed.seq = line.seq
                    and followed.line_no = line.line_no
                    and followed.kind = 'contract_change'
            ),
            0
        ) as bigint
    ) as changed_qty,
    cast(
        coalesce(
            (
                select sum(followed.qty)
                from state_followed as followed
                where
                    followed.seq = line.seq
                    and followed.line_no = line.line_no
                    and followed.kind <> 'contract_change'
            ),
            0
        ) as bigint
    ) as done_qty,
    cast(
        coalesce(
            (
                select sum(reserved.qty)
                from state_reserved as reserved
                where
                    reserved.item_id = line.item_id
                    and reserved.depot_id = document.depot_id
                    and reserved.seq = line.seq
                    and reserved.line_no = line.line_no
            ),
            0
        ) as bigint
    ) as reserved_qty,
    cast(
        line.net_amount + line.tax_amount + coalesce(
            (
                select sum(change.net_amount + change.tax_amount)
                from document_line as change
                inner join document as changing on changing.seq = change.seq
                inner join state_document as standing
                    on standing.document_key = changing.document_key
                where
                    change.original_seq = line.seq
                    and change.original_line_no = line.line_no
                    and changing.kind = 'contract_change'
                    and changing.is_reversal = 0
                    and standing.status = 'posted'
            ),
            0
        ) as bigint
    ) as amount,
    state_document.status,
    coalesce(
        (
            select max(list_value.value_code)
            from termination
            inner join list_value on list_value.list_value_id = termination.reason_id
            where termination.document_seq = document.seq
        ),
        ''
    ) as reason_code
from state_document_no as numbered
inner join document on document.seq = numbered.seq
inner join state_document on state_document.document_key = document.document_key
inner join document_line as line on line.seq = document.seq
inner join item on item.version_id = line.item_version_id
where numbered.kind = @kind and numbered.document_no = @document_no
order by line.line_no;
