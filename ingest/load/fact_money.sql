-- Money movements with the document that caused them. Sorted by business_date, store_id,
-- document_key, line_no.
insert into fact_money by name
select
    movement.seq as document_key,
    movement.line_no as line_no,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        movement.business_date // 10000,
        movement.business_date // 100 % 100,
        movement.business_date % 100
    ) as business_date,
    movement.business_date // 100 as month_key,
    movement.store_id as store_id,
    movement.party_id as party_id,
    movement.debit_account as debit_account,
    movement.credit_account as credit_account,
    (movement.amount * 0.0001)::decimal(18, 4) as amount,
from staging_money_movement as movement
inner join staging_document as document on document.seq = movement.seq
order by movement.business_date, movement.store_id, movement.seq, movement.line_no;
