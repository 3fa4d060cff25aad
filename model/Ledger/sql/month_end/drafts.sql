-- Documents that are kept and not posted.
select kind as what, document_no as place, cast(0 as bigint) as amount
from state_document
where status in ('draft', 'awaiting')
order by kind, document_no;
