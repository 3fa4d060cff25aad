-- Money of a period by document, in the order in which vouchers are numbered.
select
    movement.business_date,
    movement.seq,
    coalesce(document.kind, '') as kind,
    coalesce(document.document_no, '') as document_no,
    coalesce(document.note, '') as note,
    movement.store_id,
    coalesce(store.store_code, '') as store_code,
    movement.debit_account,
    movement.debit_party_id,
    coalesce(debtor.party_code, '') as debit_party_code,
    coalesce(debtor_named.party_name, '') as debit_party_name,
    movement.credit_account,
    movement.credit_party_id,
    coalesce(creditor.party_code, '') as credit_party_code,
    coalesce(creditor_named.party_name, '') as credit_party_name,
    movement.amount
from money_movement as movement
left join document on document.seq = movement.seq
left join store on store.version_id = movement.store_id
left join party as debtor on debtor.version_id = movement.debit_party_id
left join state_master as known_debtor
    on known_debtor.kind = 'party' and known_debtor.code = debtor.party_code
left join party_private as debtor_named on debtor_named.version_id = known_debtor.version_id
left join party as creditor on creditor.version_id = movement.credit_party_id
left join state_master as known_creditor
    on known_creditor.kind = 'party' and known_creditor.code = creditor.party_code
left join party_private as creditor_named
    on creditor_named.version_id = known_creditor.version_id
where movement.business_date between @from_date and @to_date
order by movement.business_date, movement.seq, movement.line_no;
