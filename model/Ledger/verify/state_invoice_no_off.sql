-- Invoice numbers that are kept and not held, or held and not kept, or by another entry.
with held as (
    select invoice.invoice_code, invoice.invoice_no, invoice.seq
    from invoice
    inner join document on document.seq = invoice.seq
    where
        document.is_reversal = 0
        and not exists (
            select 1
            from state_document as reversed
            where
                reversed.document_key = document.document_key
                and reversed.status = 'reversed'
        )
)

select held.invoice_code, held.invoice_no, held.seq
from held
left join state_invoice_no as state
    on
        state.invoice_code = held.invoice_code
        and state.invoice_no = held.invoice_no
        and state.seq = held.seq
where state.seq is null
union all
select state.invoice_code, state.invoice_no, state.seq
from state_invoice_no as state
left join held
    on
        held.invoice_code = state.invoice_code
        and held.invoice_no = state.invoice_no
        and held.seq = state.seq
where held.seq is null;
