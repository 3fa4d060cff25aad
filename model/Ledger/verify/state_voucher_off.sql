-- Vouchers kept that no line sold, or kept used otherwise than the entries say; and lines of which
-- another number of vouchers is kept than they sold.
with standing as (
    select
        document.kind,
        voucher_range.seq,
        voucher_range.document_line_no,
        voucher_range.series,
        voucher_range.from_no,
        voucher_range.to_no
    from voucher_range
    inner join document on document.seq = voucher_range.seq
    inner join state_document on state_document.document_key = document.document_key
    where document.is_reversal = 0 and state_document.status = 'posted'
),

kept as (
    select seq, line_no, count(*) as vouchers
    from state_voucher
    group by seq, line_no
)

select state_voucher.seq, state_voucher.line_no, state_voucher.voucher_no as voucher
from state_voucher
where
    not exists (
        select 1
        from standing
        where
            standing.kind = 'voucher_sale'
            and standing.seq = state_voucher.seq
            and standing.document_line_no = state_voucher.line_no
            and standing.series = state_voucher.series
            and state_voucher.voucher_no between standing.from_no and standing.to_no
    )
    or state_voucher.used_seq <> coalesce(
        (
            select max(standing.seq)
            from standing
            where
                standing.kind <> 'voucher_sale'
                and standing.series = state_voucher.series
                and state_voucher.voucher_no between standing.from_no and standing.to_no
        ),
        -1
    )
union all
select standing.seq, standing.document_line_no, standing.to_no - standing.from_no + 1
from standing
left join kept
    on kept.seq = standing.seq and kept.line_no = standing.document_line_no
where
    standing.kind = 'voucher_sale'
    and coalesce(kept.vouchers, 0) <> standing.to_no - standing.from_no + 1;
