-- Lines of which another sum was invoiced than is kept; requests do not count.
with expected as (
    select
        line.of_seq as seq,
        line.of_line_no as line_no,
        sum(line.qty) as qty,
        sum(line.net_amount) as net_amount,
        sum(line.tax_amount) as tax_amount
    from invoice_line as line
    inner join document on document.seq = line.seq
    where document.kind <> 'sales_invoice_request'
    group by line.of_seq, line.of_line_no
)

select state.seq, state.line_no
from state_invoiced as state
left join expected on expected.seq = state.seq and expected.line_no = state.line_no
where
    coalesce(expected.qty, 0) <> state.qty
    or coalesce(expected.net_amount, 0) <> state.net_amount
    or coalesce(expected.tax_amount, 0) <> state.tax_amount
union all
select expected.seq, expected.line_no
from expected
left join state_invoiced as state
    on state.seq = expected.seq and state.line_no = expected.line_no
where
    state.seq is null
    and (expected.qty <> 0 or expected.net_amount <> 0 or expected.tax_amount <> 0);
