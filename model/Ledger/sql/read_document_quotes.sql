-- What suppliers quoted for the lines of an inquiry.
select
    quote.document_line_no,
    coalesce(party.party_code, '') as party_code,
    quote.net_amount,
    quote.valid_to,
    quote.delivery_days,
    quote.note
from supplier_quote as quote
left join party on party.version_id = quote.party_id
where quote.seq = @seq
order by quote.line_no;
