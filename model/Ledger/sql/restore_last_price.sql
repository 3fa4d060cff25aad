-- The last price before one that was reversed, where that was the last.
insert into state_last_price (
    party_id, item_id, unit, business_at, seq, line_no, amount, qty
)
select
    document.party_id,
    line.item_id,
    line.entered_unit,
    document.business_at,
    line.seq,
    line.line_no,
    line.net_amount + line.tax_amount,
    line.entered_qty
from document
inner join document_line as line on line.seq = document.seq
left join state_document on state_document.document_key = document.document_key
where
    document.party_id >= 0
    and document.party_id = @party_id
    and document.is_reversal = 0
    and document.kind in (
        'sale', 'delivery_receipt', 'exchange', 'consignment_settlement', 'consigned_sale',
        'lend_sale'
    )
    and line.item_id = @item_id
    and line.entered_unit = @unit
    and line.qty > 0
    and line.purpose = ''
    and coalesce(state_document.status, 'posted') = 'posted'
order by document.business_at desc, line.seq desc, line.line_no desc
limit 1
on conflict (party_id, item_id, unit) do nothing;
