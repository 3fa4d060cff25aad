-- Lines of traced items that moved goods in a span of business dates without any trace code.
select
    line.seq,
    document.kind,
    document.document_no,
    document.business_date,
    line.line_no,
    item.item_code,
    line.qty
from document
inner join document_line as line on line.seq = document.seq
inner join item on item.version_id = line.item_version_id
where
    document.business_date >= @from_date
    and document.business_date <= @to_date
    and item.is_traced = 1
    and exists (
        select 1
        from stock_movement as movement
        where movement.seq = line.seq and movement.document_line_no = line.line_no
    )
    and not exists (
        select 1
        from trace_code
        where trace_code.seq = line.seq and trace_code.document_line_no = line.line_no
    )
order by document.business_date, line.seq, line.line_no;
