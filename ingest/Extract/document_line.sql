-- Lines of every kind of document.
select
    line.seq,
    line.line_no,
    line.item_version_id,
    line.item_id,
    line.entered_unit,
    line.unit_factor,
    line.qty,
    line.net_amount,
    line.tax_amount,
    line.discount_amount,
    line.cost_amount,
    line.is_cost_unknown,
    line.original_seq,
    line.original_line_no
from document_line as line
where line.seq <= @to_seq
order by line.seq, line.line_no;
