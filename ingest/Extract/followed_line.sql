-- Lines of older documents that later ones lead back to: those that they follow or take back, what
-- these follow in turn, and the lines of what was ended since.
with recursive step (seq, line_no) as (
    select
        line.original_seq as seq,
        line.original_line_no as line_no
    from document_line as line
    where
        @from_seq > 0
        and line.seq > @from_seq
        and line.seq <= @to_seq
        and line.original_seq > 0
    union
    select
        ended.seq,
        ended.line_no
    from (
        select
            line.seq,
            line.line_no
        from status_change as change
        inner join state_document as standing on standing.document_key = change.document_key
        inner join document_line as line on line.seq = standing.seq
        where
            @from_seq > 0
            and change.seq > @from_seq
            and change.seq <= @to_seq
            and change.status_before = 'posted'
            and change.status_after = 'terminated'
    ) as ended
    union
    select
        line.original_seq,
        line.original_line_no
    from step as step
    inner join document_line as line on line.seq = step.seq and line.line_no = step.line_no
    where line.original_seq > 0
)
select
    line.seq,
    line.line_no,
    document.kind,
    document.document_no,
    document.business_date,
    document.store_version_id,
    document.store_id,
    document.depot_id,
    document.party_version_id,
    document.party_id,
    document.employee_version_id,
    document.employee_id,
    document.expected_on,
    line.item_version_id,
    line.item_id,
    line.original_seq,
    line.original_line_no
from step as step
inner join document_line as line on line.seq = step.seq and line.line_no = step.line_no
inner join document as document on document.seq = line.seq
where line.seq <= @from_seq
order by line.seq, line.line_no;
