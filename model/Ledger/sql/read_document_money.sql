-- Amounts of a document by account.
select
    money.account,
    money.amount,
    money.tax_amount,
    money.side,
    coalesce(party.party_code, '') as party_code,
    coalesce(department.value_code, '') as department_code,
    money.note,
    coalesce(original.document_no, '') as original_no,
    money.original_line_no
from document_money as money
left join party on party.version_id = money.party_id
left join list_value as department on department.version_id = money.department_id
left join document as original on original.seq = money.original_seq
where money.seq = @seq
order by money.line_no;
