-- Last prices that are not those of the party's last line of the item and unit.
with priced as (
    select
        document.party_id,
        line.item_id,
        line.entered_unit as unit,
        line.seq,
        line.line_no,
        line.net_amount + line.tax_amount as amount,
        line.entered_qty as qty,
        row_number() over (
            partition by document.party_id, line.item_id, line.entered_unit
            order by document.business_at desc, line.seq desc, line.line_no desc
        ) as place
    from document
    inner join document_line as line on line.seq = document.seq
    inner join state_document on state_document.document_key = document.document_key
    where
        document.party_id >= 0
        and document.is_reversal = 0
        and document.kind in (
            'sale', 'delivery_receipt', 'exchange', 'consignment_settlement', 'consigned_sale',
            'lend_sale'
        )
        and line.qty > 0
        and line.purpose = ''
        and state_document.status = 'posted'
),

latest as (
    select party_id, item_id, unit, seq, line_no, amount, qty
    from priced
    where place = 1
)

select latest.party_id, latest.item_id, latest.seq
from latest
left join state_last_price
    on
        state_last_price.party_id = latest.party_id
        and state_last_price.item_id = latest.item_id
        and state_last_price.unit = latest.unit
where
    coalesce(state_last_price.seq, 0) <> latest.seq
    or state_last_price.line_no <> latest.line_no
    or state_last_price.amount <> latest.amount
    or state_last_price.qty <> latest.qty
union all
select state_last_price.party_id, state_last_price.item_id, state_last_price.seq
from state_last_price
left join latest
    on
        latest.party_id = state_last_price.party_id
        and latest.item_id = state_last_price.item_id
        and latest.unit = state_last_price.unit
where latest.seq is null;
