-- Lines of which another quantity was followed than is kept. A reversed document follows nothing;
-- an arrival or a request for invoices that was ended no more than was done after it.
with standing as (
    select document.seq, document.kind, coalesce(known.status, 'posted') as status
    from document
    left join state_document as known on known.document_key = document.document_key
    where document.is_reversal = 0 and coalesce(known.status, 'posted') <> 'reversed'
),

done as (
    select line.original_seq as seq, line.original_line_no as line_no, sum(line.qty) as qty
    from document_line as line
    inner join standing on standing.seq = line.seq
    inner join standing as ended on ended.seq = line.original_seq
    where
        ended.status = 'terminated'
        and ended.kind in ('arrival_notice', 'sales_invoice_request')
    group by line.original_seq, line.original_line_no
),

line as (
    select
        document_line.seq,
        document_line.original_seq,
        document_line.original_line_no,
        case
            when
                standing.status = 'terminated'
                and standing.kind in ('arrival_notice', 'sales_invoice_request')
                then coalesce(done.qty, 0)
            else document_line.qty
        end as qty
    from document_line
    inner join standing on standing.seq = document_line.seq
    left join done on done.seq = document_line.seq and done.line_no = document_line.line_no
    where document_line.original_seq > 0
    union all
    select
        document_money.seq,
        document_money.original_seq,
        document_money.original_line_no,
        document_money.amount
    from document_money
    inner join standing on standing.seq = document_money.seq
    where document_money.original_seq > 0
),

following as (
    select
        line.original_seq as seq,
        line.original_line_no as line_no,
        standing.kind,
        sum(
            case when standing.kind = 'contract_change' then -line.qty else abs(line.qty) end
        ) as qty
    from line
    inner join standing on standing.seq = line.seq
    group by line.original_seq, line.original_line_no, standing.kind
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
