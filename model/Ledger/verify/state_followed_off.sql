-- Lines of which another quantity was followed than is kept. A reversed document follows nothing.
with line as (
    select seq, original_seq, original_line_no, qty
    from document_line
    where original_seq > 0
    union all
    select seq, original_seq, original_line_no, amount as qty
    from document_money
    where original_seq > 0
),

following as (
    select
        line.original_seq as seq,
        line.original_line_no as line_no,
        document.kind,
        sum(
            case when document.kind = 'contract_change' then -line.qty else abs(line.qty) end
        ) as qty
    from line
    inner join document on document.seq = line.seq
    where
        document.is_reversal = 0
        and not exists (
            select 1
            from state_document as reversed
            where
                reversed.document_key = document.document_key
                and reversed.status = 'reversed'
        )
    group by line.original_seq, line.original_line_no, document.kind
)

select following.seq, following.line_no, following.kind, following.qty
from following
left join state_followed
    on
        state_followed.seq = following.seq
        and state_followed.line_no = following.line_no
        and state_followed.kind = following.kind
where coalesce(state_followed.qty, 0) <> following.qty
union all
select state_followed.seq, state_followed.line_no, state_followed.kind, state_followed.qty
from state_followed
left join following
    on
        following.seq = state_followed.seq
        and following.line_no = state_followed.line_no
        and following.kind = state_followed.kind
where following.seq is null and state_followed.qty <> 0;
