-- title:  已收未票 | Received, not invoiced
-- grain:  document_key, line_no
-- params: as_of date = today, party text optional, estimated_only bool = false
--         amount_unit text = yuan in yuan|wan
-- why:    截至某日，收货后既未退也未开票的行，最早的在前；还剩多少金额，其中多少是暂估应付。已红冲的单据当作没
--         有。不是未付款：未结的可以已开票，也可以先付款后来票。 |
--         Lines of receipts of which something is neither given back nor invoiced as of a day,
--         the oldest first, with the amount left of it and what of that is owed as an estimate
--         (暂估). Reversed documents are as if they had not been. Not what is unpaid: an
--         open item may be invoiced, and paid before its invoice comes.
with taken_back as (
    select purchase.original_document_key as document_key
    from purchase
    where purchase.is_reversal and purchase.business_date <= $as_of
),

standing as (
    select
        purchase.document_key,
        purchase.line_no,
        purchase.document_kind,
        purchase.document_no,
        purchase.business_date,
        purchase.party_code,
        purchase.party_name,
        purchase.item_code,
        purchase.item_name,
        purchase.base_unit,
        purchase.original_document_key,
        purchase.original_line_no,
        purchase.qty,
        purchase.gross_amount,
        purchase.estimate_amount,
    from purchase
    where
        not purchase.is_reversal
        and purchase.business_date <= $as_of
        and purchase.document_key not in (select taken_back.document_key from taken_back)
),

followed as (
    select
        standing.original_document_key as document_key,
        standing.original_line_no as line_no,
        -coalesce(sum(standing.qty) filter (standing.document_kind = 'purchase_return'), 0)
            as returned,
        sum(standing.estimate_amount) as estimate,
    from standing
    where standing.document_kind in ('purchase_return', 'purchase_invoice')
    group by standing.original_document_key, standing.original_line_no
),

billed as (
    select
        invoice.invoiced_document_key as document_key,
        invoice.invoiced_line_no as line_no,
        sum(invoice.qty) as qty,
        sum(invoice.gross_amount) as gross_amount,
    from invoice
    where invoice.invoice_side = 'purchase' and invoice.business_date <= $as_of
    group by invoice.invoiced_document_key, invoice.invoiced_line_no
)

select
    receipt.document_key as document_key,
    receipt.line_no as line_no,
    receipt.party_code as party_code,
    receipt.party_name as party_name,
    receipt.document_no as document_no,
    receipt.business_date as business_date,
    $as_of - receipt.business_date as age_days,
    receipt.item_code as item_code,
    receipt.item_name as item_name,
    receipt.base_unit as base_unit,
    receipt.qty as qty,
    coalesce(followed.returned, 0) as returned_qty,
    coalesce(billed.qty, 0) as invoiced_qty,
    receipt.qty - returned_qty - invoiced_qty as uninvoiced_qty,
    receipt.gross_amount as gross_amount,
    case
        when returned_qty = 0 or receipt.qty = 0
            then receipt.gross_amount - coalesce(billed.gross_amount, 0)
        else (receipt.gross_amount * uninvoiced_qty / receipt.qty)::decimal(18, 4)
    end as uninvoiced_amount,
    receipt.estimate_amount + coalesce(followed.estimate, 0) as estimate_amount,
from standing as receipt
left join followed
    on followed.document_key = receipt.document_key and followed.line_no = receipt.line_no
left join billed
    on billed.document_key = receipt.document_key and billed.line_no = receipt.line_no
where
    receipt.document_kind = 'purchase_receipt'
    and receipt.qty <> coalesce(followed.returned, 0) + coalesce(billed.qty, 0)
    and (not $estimated_only or receipt.estimate_amount <> 0)
    and coalesce($party, receipt.party_code) is not distinct from receipt.party_code
order by receipt.business_date, receipt.document_key, receipt.line_no
