-- Open items that an entry settles with one another.
select
    part.account,
    coalesce(party.party_code, '') as party_code,
    part.amount,
    part.business_date,
    coalesce(debit.kind, '') as debit_kind,
    coalesce(debit.document_no, '') as debit_no,
    part.debit_seq,
    part.debit_line_no,
    coalesce(credit.kind, '') as credit_kind,
    coalesce(credit.document_no, '') as credit_no,
    part.credit_seq,
    part.credit_line_no
from allocation as part
left join party on party.version_id = part.party_id
left join document as debit on debit.seq = part.debit_seq
left join document as credit on credit.seq = part.credit_seq
where part.seq = @seq
order by part.line_no;
