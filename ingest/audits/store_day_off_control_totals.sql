-- No month may have other documents of stores than posting counted.
with found as (
    select
        store_day.month_key::bigint as month_key,
        sum(store_day.document_count) as total,
    from fact_store_day as store_day
    where store_day.document_count > 0
    group by store_day.month_key
),
expected as (
    select control.month_key as month_key, control.total as total
    from staging_control as control
    where control.measure = 'store_documents'
)
select
    coalesce(found.month_key, expected.month_key) as month_key,
    coalesce(found.total, 0) as in_star,
    coalesce(expected.total, 0) as in_ledger,
from found
full join expected on expected.month_key = found.month_key
where coalesce(found.total, 0) <> coalesce(expected.total, 0)
order by month_key;
