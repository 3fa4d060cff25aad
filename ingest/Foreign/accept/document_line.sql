-- Lines of documents.
insert into staging_document_line by name
select
    incoming.document_id as seq,
    incoming.line_no as line_no,
    source_key('item', incoming.item_code) as item_version_id,
    source_key('item', incoming.item_code) as item_id,
    '' as purpose,
    -1 as promotion_id,
    coalesce(incoming.unit, item.base_unit, '') as entered_unit,
    (coalesce(incoming.unit_factor, 1) * 1000000)::bigint as unit_factor,
    (incoming.qty * 10000)::bigint as qty,
    (
        (incoming.net_amount + coalesce(incoming.tax_amount, 0)
            + coalesce(incoming.discount_amount, 0)) * 10000
    )::bigint as list_amount,
    (incoming.net_amount * 10000)::bigint as net_amount,
    (coalesce(incoming.tax_rate, item.tax_rate, 0) * 10000)::bigint as tax_rate,
    (coalesce(incoming.tax_amount, 0) * 10000)::bigint as tax_amount,
    (coalesce(incoming.discount_amount, 0) * 10000)::bigint as discount_amount,
    (coalesce(incoming.cost_amount, 0) * 10000)::bigint as cost_amount,
    0 as management_cost_amount,
    (incoming.cost_amount is null)::bigint as is_cost_unknown,
    coalesce(incoming.original_id, -1) as original_seq,
    coalesce(incoming.original_line_no, -1) as original_line_no,
from incoming_document_line as incoming
inner join incoming_item as item on item.item_code = incoming.item_code;
