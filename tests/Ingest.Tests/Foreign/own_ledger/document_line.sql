-- Lines, unscaled.
select
    line.seq as document_id,
    line.line_no,
    item.item_code,
    line.qty / 10000.0 as qty,
    line.net_amount / 10000.0 as net_amount,
    line.tax_amount / 10000.0 as tax_amount,
    line.discount_amount / 10000.0 as discount_amount,
    line.cost_amount / 10000.0 as cost_amount,
    line.entered_unit as unit,
    line.unit_factor / 1000000.0 as unit_factor
from document_line as line
inner join item as item on item.version_id = line.item_version_id;
