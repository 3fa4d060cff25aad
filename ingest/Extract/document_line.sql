-- Lines of every kind of document; of older ones those of documents whose cost was adjusted since.
select
    line.seq,
    line.line_no,
    line.item_version_id,
    line.item_id,
    line.purpose,
    line.promotion_id,
    line.entered_unit,
    line.unit_factor,
    line.qty,
    line.list_amount,
    line.net_amount,
    line.tax_rate,
    line.tax_amount,
    line.discount_amount,
    line.cost_amount,
    line.management_cost_amount,
    line.is_cost_unknown,
    line.original_seq,
    line.original_line_no
from document_line as line
where
    @old_seq > 0
    and line.seq <= @old_seq
    and line.seq in (
        select adjustment.original_seq
        from cost_adjustment as adjustment
        where adjustment.seq > @old_seq and adjustment.seq <= @to_seq
    )
union all
select
    line.seq,
    line.line_no,
    line.item_version_id,
    line.item_id,
    line.purpose,
    line.promotion_id,
    line.entered_unit,
    line.unit_factor,
    line.qty,
    line.list_amount,
    line.net_amount,
    line.tax_rate,
    line.tax_amount,
    line.discount_amount,
    line.cost_amount,
    line.management_cost_amount,
    line.is_cost_unknown,
    line.original_seq,
    line.original_line_no
from document_line as line
where line.seq > @from_seq and line.seq <= @to_seq
order by seq, line_no;
