-- What movements of money change of advances, from the accounts they are kept on. Sorted by
-- business_date, store_id, document_key, line_no, side, is_used.
insert into fact_advance by name
with sides as (
    select
        movement.seq as seq,
        movement.line_no as line_no,
        movement.debit_account as account,
        movement.credit_account as counter_account,
        movement.debit_party_id as party_id,
        movement.store_id as store_id,
        movement.business_date as business_date,
        movement.amount as amount,
        left(movement.debit_account, 4) = '2203' as is_used,
    from staging_money_movement as movement
    where left(movement.debit_account, 4) in ('1123', '2203')
    union all by name
    select
        movement.seq as seq,
        movement.line_no as line_no,
        movement.credit_account as account,
        movement.debit_account as counter_account,
        movement.credit_party_id as party_id,
        movement.store_id as store_id,
        movement.business_date as business_date,
        movement.amount as amount,
        left(movement.credit_account, 4) = '1123' as is_used,
    from staging_money_movement as movement
    where left(movement.credit_account, 4) in ('1123', '2203')
)
select
    change.seq as document_key,
    change.line_no as line_no,
    case when left(change.account, 4) = '2203' then 'received' else 'paid' end as side,
    change.is_used as is_used,
    document.document_no as document_no,
    document.kind as document_kind,
    make_date(
        change.business_date // 10000,
        change.business_date // 100 % 100,
        change.business_date % 100
    ) as business_date,
    change.business_date // 100 as month_key,
    coalesce(store.version_id, -1) as store_key,
    change.store_id as store_id,
    coalesce(party.version_id, -1) as party_key,
    change.party_id as party_id,
    document.employee_version_id as employee_key,
    document.employee_id as employee_id,
    document.legal_entity_id as legal_entity_id,
    change.account as account,
    change.counter_account as counter_account,
    (case when change.is_used then 0 else change.amount end * 0.0001)
        ::decimal(18, 4) as advance_amount,
    (case when change.is_used then change.amount else 0 end * 0.0001)
        ::decimal(18, 4) as used_amount,
from sides as change
inner join staging_document as document on document.seq = change.seq
left join staging_store_version as store
    on store.store_id = change.store_id
    and change.seq >= store.from_seq
    and change.seq < store.next_version_id
left join staging_party_version as party
    on party.party_id = change.party_id
    and change.seq >= party.from_seq
    and change.seq < party.next_version_id
order by
    change.business_date, change.store_id, change.seq, change.line_no, side, change.is_used;
