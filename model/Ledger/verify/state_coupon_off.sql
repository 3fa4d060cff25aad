-- Coupons that are kept as issued elsewhere, as used where no ticket did or used by several.
with issued as (
    select coupon.coupon_code, max(coupon.seq) as seq
    from coupon
    inner join document on document.seq = coupon.seq
    where not exists (
        select 1
        from state_document as reversed
        where
            reversed.document_key = document.document_key
            and reversed.status = 'reversed'
    )
    group by coupon.coupon_code
),

used as (
    select coupon_code, sum(case when amount > 0 then 1 else -1 end) as times
    from document_tender
    where coupon_code <> ''
    group by coupon_code
)

select issued.coupon_code, issued.seq, coalesce(used.times, 0) as times
from issued
left join state_coupon as state on state.coupon_code = issued.coupon_code
left join used on used.coupon_code = issued.coupon_code
where
    coalesce(state.seq, 0) <> issued.seq
    or coalesce(used.times, 0) <> case when state.used_seq = -1 then 0 else 1 end
    or (
        state.used_seq <> -1
        and not exists (
            select 1
            from document_tender as part
            where part.seq = state.used_seq and part.coupon_code = state.coupon_code
        )
    )
union all
select state.coupon_code, state.seq, 0 as times
from state_coupon as state
left join issued on issued.coupon_code = state.coupon_code
where issued.coupon_code is null and state.seq <> -1;
