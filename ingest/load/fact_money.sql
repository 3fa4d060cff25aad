-- Money movements with the document that caused them; closing a period moves money without one.
-- The party is that of the debit side, else of the credit side. Sorted by business_date, store_id,
-- document_key, line_no.
insert into fact_money by name
with movements as (
    select
        movement.seq as seq,
        movement.line_no as line_no,
        movement.debit_account as debit_account,
        movement.credit_account as credit_account,
        movement.store_id as store_id,
        movement.debit_party_id as debit_party_id,
        movement.credit_party_id as credit_party_id,
        movement.business_date as business_date,
        movement.is_adjustment as is_adjustment,
        movement.amount as amount,
        case
            when movement.debit_party_id <> -1 then movement.debit_party_id
            else movement.credit_party_id
        end as party_id,
    from staging_money_movement as movement
)
select
    movement.seq as document_key,
    movement.line_no as line_no,
    coalesce(document.document_no, '') as document_no,
    coalesce(document.kind, 'period_close') as document_kind,
    make_date(
        movement.business_date // 10000,
        movement.business_date // 100 % 100,
        movement.business_date % 100
    ) as business_date,
    movement.business_date // 100 as month_key,
    coalesce(store.version_id, -1) as store_key,
    movement.store_id as store_id,
    coalesce(party.version_id, -1) as party_key,
    movement.party_id as party_id,
    movement.debit_party_id as debit_party_id,
    movement.credit_party_id as credit_party_id,
    coalesce(document.employee_version_id, -1) as employee_key,
    coalesce(document.employee_id, -1) as employee_id,
    coalesce(document.legal_entity_id, -1) as legal_entity_id,
    coalesce(document.project_id, -1) as project_id,
    coalesce(document.channel_id, -1) as channel_id,
    movement.debit_account as debit_account,
    movement.credit_account as credit_account,
    movement.is_adjustment = 1 as is_adjustment,
    (movement.amount * 0.0001)::decimal(18, 4) as amount,
from movements as movement
left join staging_document as document on document.seq = movement.seq
left join staging_store_version as store
    on store.store_id = movement.store_id
    and movement.seq >= store.from_seq
    and movement.seq < store.next_version_id
left join staging_party_version as party
    on party.party_id = movement.party_id
    and movement.seq >= party.from_seq
    and movement.seq < party.next_version_id
order by movement.business_date, movement.store_id, movement.seq, movement.line_no;
