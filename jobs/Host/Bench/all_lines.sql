-- Every line, to read it only.
select
    line.seq,
    line.line_no,
    line.item_version_id,
    line.item_id,
    line.entered_unit,
    line.entered_qty,
    line.unit_factor,
    line.qty,
    line.net_amount,
    line.tax_rate,
    line.tax_amount,
    line.discount_amount,
    line.cost_amount,
    line.management_cost_id,
    line.management_cost_amount,
    line.is_cost_explicit,
    line.is_cost_unknown,
    line.original_seq,
    line.original_line_no
from document_line as line;
