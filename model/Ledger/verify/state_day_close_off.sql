-- Days of stores that are kept as closed by another document than closed them last, or by none.
with closing as (
    select document.store_id, document.business_date, max(document.seq) as seq
    from document
    where
        document.kind = 'day_close'
        and document.is_reversal = 0
        and not exists (
            select 1
            from state_document as reversed
            where
                reversed.document_key = document.document_key
                and reversed.status = 'reversed'
        )
    group by document.store_id, document.business_date
)

select closing.store_id, closing.business_date, closing.seq
from closing
left join state_day_close as state
    on state.store_id = closing.store_id and state.business_date = closing.business_date
where coalesce(state.seq, 0) <> closing.seq
union all
select state.store_id, state.business_date, state.seq
from state_day_close as state
left join closing
    on closing.store_id = state.store_id and closing.business_date = state.business_date
where closing.seq is null and state.seq <> -1;
