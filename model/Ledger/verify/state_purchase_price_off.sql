-- Purchase prices that are kept and not of a receipt that stands, or the other way round.
with priced as (
    select
        line.item_id,
        document.party_id,
        document.business_at,
        line.seq,
        line.line_no,
        line.qty,
        line.net_amount,
        line.tax_amount
    from document_line as line
    inner join document on document.seq = line.seq
    where
        document.kind = 'purchase_receipt'
        and document.is_reversal = 0
        and line.net_amount > 0
        and line.purpose = ''
        and not exists (
            select 1
            from state_document as reversed
            where
                reversed.document_key = document.document_key
                and reversed.status = 'reversed'
        )
)

select priced.seq, priced.line_no
from priced
left join state_purchase_price as state
    on
        state.item_id = priced.item_id
        and state.party_id = priced.party_id
        and state.business_at = priced.business_at
        and state.seq = priced.seq
        and state.line_no = priced.line_no
        and state.qty = priced.qty
        and state.net_amount = priced.net_amount
        and state.tax_amount = priced.tax_amount
where state.seq is null
union all
select state.seq, state.line_no
from state_purchase_price as state
left join priced on priced.seq = state.seq and priced.line_no = state.line_no
where priced.seq is null;
