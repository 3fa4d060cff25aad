-- Sales lines that bear a promotion. Sorted by business_date, store_id, document_key, line_no.
insert into fact_promotion by name
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
    document.business_minute as business_minute,
    document.business_date // 100 as month_key,
    document.store_version_id as store_key,
    document.store_id as store_id,
    document.party_version_id as party_key,
    document.party_id as party_id,
    line.item_version_id as item_key,
    line.item_id as item_id,
    line.promotion_id as promotion_id,
    (line.qty * 0.0001)::decimal(18, 4) as qty,
    (line.list_amount * 0.0001)::decimal(18, 4) as list_amount,
    (line.discount_amount * 0.0001)::decimal(18, 4) as discount_amount,
    (line.net_amount * 0.0001)::decimal(18, 4) as net_amount,
    (line.tax_amount * 0.0001)::decimal(18, 4) as tax_amount,
    ((line.net_amount + line.tax_amount) * 0.0001)::decimal(18, 4) as gross_amount,
    coalesce(nullif(line.original_seq, -1), document.original_seq) as original_document_key,
from staging_document_line as line
inner join staging_document as document on document.seq = line.seq
where line.seq > $from_seq
    and line.promotion_id > 0
    and document.kind in (
        'sale', 'sale_return', 'delivery_receipt', 'leftover_return', 'exchange',
        'consignment_settlement', 'consigned_sale', 'voucher_redeem', 'lend_sale'
    )
    and (
        document.kind <> 'delivery_receipt'
        or (line.qty > 0) = (document.is_reversal = 0)
    )
order by document.business_date, document.store_id, line.seq, line.line_no;
