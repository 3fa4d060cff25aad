-- Steps in documents' lives. One that is neither of a draft nor of what is posted is of the draft
-- handed in last. Sorted by document_key, line_no.
insert into fact_approval by name
with named as (
    select
        before.document_id as document_id,
        before.document_key as seq,
        before.line_no as line_no,
        before.document_kind as kind,
        before.document_no as document_no,
    from fact_approval as before
    where before.document_id in (
        select step.document_key
        from staging_status_change as step
        where step.draft_kind = '' and step.posted_seq < 0
    )
    union all by name
    select
        step.document_key as document_id,
        step.seq as seq,
        step.line_no as line_no,
        coalesce(nullif(step.draft_kind, ''), nullif(step.posted_kind, '')) as kind,
        coalesce(nullif(step.draft_no, ''), nullif(step.posted_no, '')) as document_no,
    from staging_status_change as step
),
filled as (
    select
        named.document_id as document_id,
        named.seq as seq,
        named.line_no as line_no,
        last_value(named.kind ignore nulls) over earlier as kind,
        last_value(named.document_no ignore nulls) over earlier as document_no,
    from named
    window earlier as (
        partition by named.document_id
        order by named.seq, named.line_no
        rows between unbounded preceding and current row
    )
)
select
    step.seq as document_key,
    step.line_no as line_no,
    epoch_ms(step.local_at)::date as business_date,
    year(epoch_ms(step.local_at)) * 100 + month(epoch_ms(step.local_at)) as month_key,
    epoch_ms(step.recorded_at) as recorded_at,
    step.document_key as document_id,
    coalesce(filled.kind, '') as document_kind,
    coalesce(filled.document_no, '') as document_no,
    step.posted_seq as posted_document_key,
    case
        when step.status_after = 'draft' and step.status_before = 'awaiting' then 'rejected'
        when step.status_after = 'draft' then 'drafted'
        when step.status_after = 'awaiting' and step.status_before = 'awaiting'
            and step.draft_kind = ''
            then 'approved'
        when step.status_after = 'awaiting' then 'submitted'
        else step.status_after
    end as approval_step,
    step.status_before as status_before,
    step.status_after as status_after,
    step.actor as actor,
    step.reason_code as reason_code,
    step.note as note,
from staging_status_change as step
inner join filled
    on filled.document_id = step.document_key
    and filled.seq = step.seq
    and filled.line_no = step.line_no
order by step.seq, step.line_no;
