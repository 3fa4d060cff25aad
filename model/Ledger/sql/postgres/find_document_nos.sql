select taken.kind, taken.document_no, taken.seq, taken.document_key
from unnest(@kinds, @numbers) as asked (kind, document_no)
inner join state_document_no as taken
    on taken.kind = asked.kind and taken.document_no = asked.document_no;
