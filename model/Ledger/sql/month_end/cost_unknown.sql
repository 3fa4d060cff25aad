-- Lines of the period that went out at no known cost and were not adjusted since.
select
    item.code as what,
    document.document_no as place,
    line.qty as amount
from document
inner join document_line as line on line.seq = document.seq
inner join state_master as item on item.kind = 'item' and item.id = line.item_id
where
    document.business_date between @from_date and @to_date
    and line.is_cost_unknown = 1
    and not exists (
        select 1
        from cost_adjustment as later
        where later.original_seq = line.seq and later.original_line_no = line.line_no
    )
order by document.seq, line.line_no;
