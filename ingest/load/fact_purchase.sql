-- Lines that buy or give back, freight spread over receipts, and invoices that end an estimate: of
-- an invoice its estimate alone, its amounts stand in fact_invoice. Sorted by business_date,
-- store_id, document_key, line_no.
insert into fact_purchase by name
with estimate as (
    select
        accrual.seq as seq,
        accrual.document_line_no as line_no,
        sum(accrual.qty)::bigint as qty,
        sum(accrual.amount)::bigint as amount,
    from staging_accrual_line as accrual
    group by accrual.seq, accrual.document_line_no
)
select
    line.seq as document_key,
    line.line_no as line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        document.business_date // 10000,
        document.business_date // 100 % 100,
        document.business_date % 100
    ) as business_date,
    epoch_ms(document.business_at) as business_at,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.depot_id as depot_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    line.item_version_id as item_key,
    line.item_id as item_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    document.tender as tender,
    line.entered_unit as entered_unit,
    (line.unit_factor * 0.000001)::decimal(18, 6) as unit_factor,
    (line.tax_rate * 0.0001)::decimal(9, 4) as tax_rate,
    (if(buys.goods, line.qty, 0) * 0.0001)::decimal(18, 4) as qty,
    (if(buys.goods, line.net_amount, 0) * 0.0001)::decimal(18, 4) as net_amount,
    (if(buys.goods, line.tax_amount, 0) * 0.0001)::decimal(18, 4) as tax_amount,
    (if(buys.goods, line.net_amount + line.tax_amount, 0) * 0.0001)::decimal(18, 4)
        as gross_amount,
    (if(document.kind = 'landed_cost', line.net_amount, 0) * 0.0001)::decimal(18, 4)
        as landed_amount,
    (coalesce(estimate.qty, 0) * 0.0001)::decimal(18, 4) as estimate_qty,
    (coalesce(estimate.amount, 0) * 0.0001)::decimal(18, 4) as estimate_amount,
    coalesce(nullif(line.original_seq, -1), document.original_seq) as original_document_key,
    line.original_line_no as original_line_no,
    document.is_reversal = 1 as is_reversal,
    document.is_backdated = 1 as is_backdated,
from staging_document_line as line
inner join staging_document as document on document.seq = line.seq
inner join (
    values
        ('purchase_receipt', true),
        ('purchase_return', true),
        ('borrow_purchase', true),
        ('landed_cost', false),
        ('purchase_invoice', false)
) as buys (kind, goods)
    on buys.kind = document.kind
left join estimate on estimate.seq = line.seq and estimate.line_no = line.line_no
where line.seq > $from_seq
    and (document.kind <> 'purchase_invoice' or estimate.seq is not null)
order by document.business_date, document.store_id, line.seq, line.line_no;
