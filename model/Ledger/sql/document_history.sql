-- What became of a document: its drafts, its steps, its posting, and later changes of its cost.
with step as (
    select seq, 'draft' as what, '' as field, '' as before, '' as after, 0 as amount
    from draft
    where document_key = @document_key
    union all
    select
        seq,
        status_after,
        case when note = '' then '' else 'note' end,
        '',
        note,
        0
    from status_change
    where document_key = @document_key and status_after <> 'posted'
    union all
    select seq, 'posted', 'document_no', '', document_no, 0
    from document
    where seq = @seq
    union all
    select seq, 'cost_adjusted', 'cost_amount', '', '', cast(sum(cost_amount) as bigint)
    from cost_adjustment
    where seq > @seq and original_seq = @seq
    group by seq
)

select
    step.seq,
    entry.recorded_at,
    entry.actor,
    step.what,
    step.field,
    step.before,
    step.after,
    step.amount
from step
inner join entry on entry.seq = step.seq
order by step.seq, step.what;
