select
    line.line_no,
    item.item_code,
    line.entered_unit,
    line.entered_qty,
    line.qty,
    line.net_amount,
    line.tax_rate,
    line.tax_amount,
    line.discount_amount,
    line.cost_amount,
    line.is_cost_explicit,
    line.is_cost_unknown,
    line.original_line_no
from document_line as line
inner join item on item.version_id = line.item_version_id
where line.seq = @seq
order by line.line_no;
