select
    seq, line_no, item_version_id, item_id, qty, net_amount, tax_amount, discount_amount,
    cost_amount
from document_line
order by seq, line_no;
