-- No step in a document's life may bear a day that the calendar lacks, or be of nothing.
select
    approval.document_key as document_key,
    approval.line_no as line_no,
    approval.business_date as business_date,
    approval.document_id as document_id,
    approval.document_kind as document_kind,
from fact_approval as approval
left join dim_date as calendar on calendar.calendar_date = approval.business_date
where calendar.date_key is null or approval.document_kind = ''
order by approval.document_key, approval.line_no
limit 100;
