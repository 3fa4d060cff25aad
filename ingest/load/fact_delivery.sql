-- Lines of delivery notes and of what signs for them, refused goods apart. Each is led back to the
-- note's line: of a reversal over the line it takes back. Sorted by business_date, store_id,
-- document_key, line_no.
insert into fact_delivery by name
with known as (
    select
        line.seq as seq,
        line.line_no as line_no,
        document.kind as kind,
        document.document_no as document_no,
        document.business_date as business_date,
        line.original_seq as original_seq,
        line.original_line_no as original_line_no,
    from staging_document_line as line
    inner join staging_document as document on document.seq = line.seq
    where line.seq > $from_seq and document.kind in ('delivery_note', 'delivery_receipt')
    union all by name
    select
        older.seq as seq,
        older.line_no as line_no,
        older.kind as kind,
        older.document_no as document_no,
        older.business_date as business_date,
        older.original_seq as original_seq,
        older.original_line_no as original_line_no,
    from staging_followed_line as older
    where older.kind in ('delivery_note', 'delivery_receipt')
),
delivered as (
    select
        line.seq as seq,
        line.line_no as line_no,
        case
            when document.kind = 'delivery_receipt'
                then if(document.is_reversal = 1, reversed.original_seq, line.original_seq)
            when document.is_reversal = 1 then line.original_seq
            else line.seq
        end as delivery_key,
        case
            when document.kind = 'delivery_receipt'
                then if(document.is_reversal = 1, reversed.original_line_no, line.original_line_no)
            when document.is_reversal = 1 then line.original_line_no
            else line.line_no
        end as delivery_line_no,
        if(document.kind = 'delivery_note', line.qty, 0) as dispatched,
        case
            when document.kind = 'delivery_note' then 0
            when (line.qty > 0) = (document.is_reversal = 0) then line.qty
            else 0
        end as signed,
        case
            when document.kind = 'delivery_note' then 0
            when (line.qty > 0) = (document.is_reversal = 0) then 0
            else -line.qty
        end as refused,
    from staging_document_line as line
    inner join staging_document as document on document.seq = line.seq
    left join known as reversed
        on reversed.seq = line.original_seq and reversed.line_no = line.original_line_no
    where line.seq > $from_seq and document.kind in ('delivery_note', 'delivery_receipt')
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
    delivered.delivery_key as delivery_key,
    delivered.delivery_line_no as delivery_line_no,
    note.document_no as delivery_no,
    make_date(
        note.business_date // 10000, note.business_date // 100 % 100, note.business_date % 100
    ) as delivery_date,
    note.original_seq as order_key,
    note.original_line_no as order_line_no,
    (delivered.dispatched * 0.0001)::decimal(18, 4) as dispatched_qty,
    (delivered.signed * 0.0001)::decimal(18, 4) as signed_qty,
    (delivered.refused * 0.0001)::decimal(18, 4) as refused_qty,
    ((delivered.dispatched - delivered.signed - delivered.refused) * 0.0001)::decimal(18, 4)
        as unsigned_qty,
    (if(delivered.dispatched <> 0, line.net_amount + line.tax_amount, 0) * 0.0001)::decimal(18, 4)
        as dispatched_gross_amount,
    (if(delivered.signed <> 0, line.net_amount + line.tax_amount, 0) * 0.0001)::decimal(18, 4)
        as signed_gross_amount,
    document.is_reversal = 1 as is_reversal,
from delivered
inner join staging_document_line as line
    on line.seq = delivered.seq and line.line_no = delivered.line_no
inner join staging_document as document on document.seq = delivered.seq
inner join known as note
    on note.seq = delivered.delivery_key and note.line_no = delivered.delivery_line_no
order by document.business_date, document.store_id, line.seq, line.line_no;
