-- title:  发票控制 | Invoice control
-- grain:  document_key
-- params: period text = last_365_days
--         from_date date optional
--         to_date date optional
--         side text = sales in sales|purchase
--         as_of date = today
--         status text = unsettled in unsettled|open|partly|beyond|done|all
--         party text optional
--         on_account_only bool = true
--         least_days int = 0
--         amount_unit text = yuan in yuan|wan
-- drill:  money/invoices
-- why:    期间内每张销售（或采购收货），截至某日已开票、未开票（漏开）、红冲的，以及退货后待红冲的。
--         未结清即未开、部分开和多开。当场付清的销售不列，除非关掉“只看挂账”。按商品逐项比。
--         已红冲的单据、没有指明原单的退货没有行。 |
--         Of each sale (side=sales), or receipt (side=purchase), of the period, what is invoiced
--         (已开), what is not (未开, 漏开), what red invoices took back (红冲), and what is to be taken
--         back since goods came back (待红冲), as of a day. Unsettled is open, partly and beyond.
--         Sales that were paid at once are left out, unless on_account_only=false. Goods are
--         compared item by item. Reversed documents and returns that name none have no row.
with moved as (
    select
        case when sales.is_reversal or sales.document_kind <> 'sale'
            then sales.original_document_key
            else sales.document_key
        end as of_key,
        sales.document_kind = 'sale' as is_given,
        sales.is_reversal,
        sales.document_no,
        sales.document_kind,
        sales.business_date,
        sales.tender = 'account' as is_on_account,
        sales.party_code,
        sales.party_name,
        sales.store_name,
        sales.item_id,
        sales.qty,
        sales.gross_amount as amount,
    from sales
    where $side = 'sales' and sales.document_kind in ('sale', 'sale_return')
    union all
    select
        case when purchase.is_reversal or purchase.document_kind <> 'purchase_receipt'
            then purchase.original_document_key
            else purchase.document_key
        end,
        purchase.document_kind = 'purchase_receipt',
        purchase.is_reversal,
        purchase.document_no,
        purchase.document_kind,
        purchase.business_date,
        true,
        purchase.party_code,
        purchase.party_name,
        purchase.store_name,
        purchase.item_id,
        purchase.qty,
        purchase.gross_amount,
    from purchase
    where
        $side = 'purchase'
        and purchase.document_kind in ('purchase_receipt', 'purchase_return')
),

given as (
    select
        moved.of_key,
        moved.item_id,
        sum(moved.qty) as kept_qty,
        sum(moved.amount) filter (moved.is_given) as given_amount,
        coalesce(-sum(moved.amount) filter (not moved.is_given), 0) as returned,
        bool_or(moved.is_given and moved.is_reversal) as is_undone,
    from moved
    where moved.business_date <= $as_of
    group by moved.of_key, moved.item_id
),

invoiced as (
    select
        invoice.invoiced_document_key as of_key,
        invoice.item_id,
        sum(invoice.qty) as invoiced_qty,
        sum(invoice.gross_amount) as invoiced_total,
        coalesce(
            -sum(invoice.gross_amount) filter (invoice.document_kind = 'red_invoice'), 0
        ) as red_total,
    from invoice
    where invoice.invoice_side = $side and invoice.business_date <= $as_of
    group by invoice.invoiced_document_key, invoice.item_id
),

numbered as (
    select
        invoice.invoiced_document_key as of_key,
        count(distinct invoice.document_key) filter (not invoice.is_reversal)
        - count(distinct invoice.document_key) filter (invoice.is_reversal) as invoice_total,
        max(invoice.issued_date) filter (not invoice.is_reversal) as last_issued,
    from invoice
    where invoice.invoice_side = $side and invoice.business_date <= $as_of
    group by invoice.invoiced_document_key
),

compared as (
    select
        given.of_key,
        sum(given.given_amount) as given_amount,
        sum(given.returned) as returned,
        sum(coalesce(invoiced.invoiced_total, 0)) as invoiced_total,
        sum(coalesce(invoiced.red_total, 0)) as red_total,
        sum(
            case
                when given.kept_qty > coalesce(invoiced.invoiced_qty, 0)
                    then given.given_amount - given.returned - coalesce(invoiced.invoiced_total, 0)
                else 0
            end
        ) as lacking,
        sum(
            case
                when given.kept_qty < coalesce(invoiced.invoiced_qty, 0)
                    then coalesce(invoiced.invoiced_total, 0) - given.given_amount + given.returned
                else 0
            end
        ) as beyond,
        bool_or(given.kept_qty > coalesce(invoiced.invoiced_qty, 0)) as is_lacking,
        bool_or(given.kept_qty < coalesce(invoiced.invoiced_qty, 0)) as is_beyond,
        bool_or(coalesce(invoiced.invoiced_qty, 0) <> 0) as is_begun,
    from given
    left join invoiced on invoiced.of_key = given.of_key and invoiced.item_id = given.item_id
    where not given.is_undone
    group by given.of_key
),

documents as (
    select distinct
        moved.of_key,
        moved.document_no,
        moved.document_kind,
        moved.business_date,
        moved.is_on_account,
        moved.party_code,
        moved.party_name,
        moved.store_name,
    from moved
    where
        moved.is_given
        and not moved.is_reversal
        and moved.business_date between $from_date and $to_date
        and moved.business_date <= $as_of
),

stated as (
    select
        documents.of_key,
        documents.document_no,
        documents.document_kind,
        documents.business_date,
        documents.is_on_account,
        documents.party_code,
        documents.party_name,
        documents.store_name,
        compared.given_amount,
        compared.returned,
        compared.invoiced_total,
        compared.red_total,
        compared.lacking,
        compared.beyond,
        case
            when compared.is_beyond then 'beyond'
            when compared.is_lacking and compared.is_begun then 'partly'
            when compared.is_lacking then 'open'
            else 'done'
        end as state,
    from documents
    inner join compared on compared.of_key = documents.of_key
)

select
    stated.of_key as document_key,
    stated.party_code as party_code,
    stated.party_name as party_name,
    stated.store_name as store_name,
    stated.business_date as business_date,
    stated.document_kind as document_kind,
    stated.document_no as document_no,
    stated.state as invoice_status,
    stated.given_amount as gross_amount,
    stated.returned as return_amount,
    stated.invoiced_total as invoiced_amount,
    stated.red_total as red_amount,
    stated.lacking as uninvoiced_amount,
    stated.beyond as overinvoiced_amount,
    coalesce(numbered.invoice_total, 0) as invoice_count,
    numbered.last_issued as issued_date,
    date_diff('day', stated.business_date, $as_of) as age_days,
from stated
left join numbered on numbered.of_key = stated.of_key
where
    (
        $status in ('all', stated.state)
        or ($status = 'unsettled' and stated.state <> 'done')
    )
    and ($party is null or stated.party_code = $party)
    and (stated.is_on_account or not $on_account_only)
    and date_diff('day', stated.business_date, $as_of) >= $least_days
order by stated.party_code, stated.business_date, stated.of_key
