-- The rows that were not taken, those with a fault of their own first.
select
    refused.table_name,
    refused.row_no,
    refused.document_id,
    refused.column_name,
    refused.cell,
    refused.fault,
from quarantined as refused
order by
    refused.fault = 'with_document',
    refused.table_name,
    refused.row_no,
    refused.column_name;
