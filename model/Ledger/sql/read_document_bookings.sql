-- What a document books.
select
    movement.business_date,
    movement.debit_account,
    movement.credit_account,
    coalesce(debtor.party_code, '') as debit_party_code,
    coalesce(creditor.party_code, '') as credit_party_code,
    movement.is_adjustment,
    movement.amount
from money_movement as movement
left join party as debtor on debtor.version_id = movement.debit_party_id
left join party as creditor on creditor.version_id = movement.credit_party_id
where movement.seq = @seq
order by movement.line_no;
