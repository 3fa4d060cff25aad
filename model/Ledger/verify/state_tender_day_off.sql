-- Means of payment of a store's day whose amount is not what its documents were settled with.
with tendered as (
    select
        document.store_id,
        document.business_date,
        document.shift_no,
        document.till_code,
        part.tender_id,
        sum(part.amount) as amount
    from document_tender as part
    inner join document on document.seq = part.seq
    group by
        document.store_id,
        document.business_date,
        document.shift_no,
        document.till_code,
        part.tender_id
)

select tendered.store_id, tendered.business_date, tendered.tender_id, tendered.amount
from tendered
left join state_tender_day as state
    on
        state.store_id = tendered.store_id
        and state.business_date = tendered.business_date
        and state.shift_no = tendered.shift_no
        and state.till_code = tendered.till_code
        and state.tender_id = tendered.tender_id
where coalesce(state.amount, 0) <> tendered.amount
union all
select state.store_id, state.business_date, state.tender_id, state.amount
from state_tender_day as state
left join tendered
    on
        tendered.store_id = state.store_id
        and tendered.business_date = state.business_date
        and tendered.shift_no = state.shift_no
        and tendered.till_code = state.till_code
        and tendered.tender_id = state.tender_id
where tendered.store_id is null and state.amount <> 0;
