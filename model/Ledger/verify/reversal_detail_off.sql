-- Employees, custom fields and attachments of a reversal that are not its original's. One posted
-- before they were copied has none at all.
with detail as (
    select
        'employee' as what, seq, line_no,
        role || ' ' || employee_version_id || ' ' || employee_id || ' ' || share as content
    from document_employee
    union all
    select
        'field' as what, seq, line_no,
        document_line_no || ' ' || field_name || ' ' || field_value as content
    from document_field
    union all
    select
        'attachment' as what, seq, line_no,
        sha256 || ' ' || file_name || ' ' || media_type || ' ' || byte_count as content
    from document_attachment
),

reversal as (
    select document.seq, document.original_seq
    from document
    where
        document.is_reversal = 1
        and exists (select 1 from detail where detail.seq = document.seq)
)

select reversal.seq, original.what, original.line_no
from reversal
inner join detail as original on original.seq = reversal.original_seq
left join detail as own
    on
        own.seq = reversal.seq
        and own.what = original.what
        and own.line_no = original.line_no
where coalesce(own.content, '') <> original.content
union all
select reversal.seq, own.what, own.line_no
from reversal
inner join detail as own on own.seq = reversal.seq
left join detail as original
    on
        original.seq = reversal.original_seq
        and original.what = own.what
        and original.line_no = own.line_no
where original.seq is null;
