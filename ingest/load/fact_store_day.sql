-- Days of stores, sorted by business_date, store_id. A day is complete when it was closed, or when
-- the store has documents of a later one; it is missing when it is neither complete nor begun.
-- Days to come are not waited for: the last day is that of the last entry, if not before.
insert into fact_store_day by name
with document as (
    select
        staged.seq as seq,
        staged.store_id as store_id,
        make_date(
            staged.business_date // 10000,
            staged.business_date // 100 % 100,
            staged.business_date % 100
        ) as business_date,
        epoch_ms(staged.business_at) as business_at,
        staged.kind = 'day_close' and staged.is_reversal = 0 as closes,
        staged.original_seq as original_seq,
    from staging_document as staged
    where staged.seq > $from_seq and staged.store_id > 0
),
part as (
    select
        known.store_id as store_id,
        known.business_date as business_date,
        known.document_count as document_count,
        known.sales_document_count as sales_document_count,
        known.first_business_at as first_business_at,
        known.last_business_at as last_business_at,
        known.last_recorded_at as last_recorded_at,
        known.last_document_key as last_document_key,
        known.close_document_key as close_document_key,
    from staging_known_store_day as known
    union all by name
    select
        document.store_id as store_id,
        document.business_date as business_date,
        count(*) as document_count,
        min(document.business_at) as first_business_at,
        max(document.business_at) as last_business_at,
        max(document.seq) as last_document_key,
        max(case when document.closes then document.seq end) as close_document_key,
    from document
    group by document.store_id, document.business_date
    union all by name
    select
        staged.store_id as store_id,
        make_date(
            staged.business_date // 10000,
            staged.business_date // 100 % 100,
            staged.business_date % 100
        ) as business_date,
        epoch_ms(staged.recorded_at) as last_recorded_at,
    from staging_store_day as staged
    union all by name
    select
        sales.store_id as store_id,
        sales.business_date as business_date,
        count(distinct sales.document_key) as sales_document_count,
    from fact_sales as sales
    where sales.document_key > $from_seq
        and sales.document_kind <> 'cost_adjustment'
        and sales.store_id > 0
    group by sales.store_id, sales.business_date
),
begun as (
    select
        part.store_id as store_id,
        part.business_date as business_date,
        sum(coalesce(part.document_count, 0)) as document_count,
        sum(coalesce(part.sales_document_count, 0)) as sales_document_count,
        min(part.first_business_at) as first_business_at,
        max(part.last_business_at) as last_business_at,
        max(part.last_recorded_at) as last_recorded_at,
        max(part.last_document_key) as last_document_key,
        max(
            case
                when part.close_document_key not in (
                    select document.original_seq from document
                ) then part.close_document_key
            end
        ) as close_document_key,
    from part
    group by part.store_id, part.business_date
),
reach as (
    select
        min(begun.business_date) as first_date,
        least(max(begun.business_date), $fallback_date::date) as last_date,
    from begun
),
first_day as (
    select begun.store_id as store_id, min(begun.business_date) as first_date
    from begun
    group by begun.store_id
),
expected as (
    select
        store.store_id as store_id,
        unnest(generate_series(
            greatest(coalesce(store.opened_date, first_day.first_date), reach.first_date),
            least(coalesce(store.closed_date, reach.last_date), reach.last_date),
            interval 1 day
        ))::date as business_date,
    from dim_store as store
    cross join reach
    left join first_day on first_day.store_id = store.store_id
    where store.is_current
        and store.store_kind = 'store'
        and (store.opened_date is not null or first_day.first_date is not null)
),
day as (
    select
        coalesce(expected.store_id, begun.store_id) as store_id,
        coalesce(expected.business_date, begun.business_date) as business_date,
        coalesce(begun.document_count, 0) as document_count,
        coalesce(begun.sales_document_count, 0) as sales_document_count,
        begun.first_business_at as first_business_at,
        begun.last_business_at as last_business_at,
        begun.last_recorded_at as last_recorded_at,
        coalesce(begun.last_document_key, -1) as last_document_key,
        coalesce(begun.close_document_key, -1) as close_document_key,
        expected.store_id is not null as is_expected,
        coalesce(begun.close_document_key, -1) > 0
            or coalesce(
                max(begun.business_date) over (
                    partition by coalesce(expected.store_id, begun.store_id)
                ) > coalesce(expected.business_date, begun.business_date),
                false
            ) as is_complete,
    from expected
    full join begun
        on begun.store_id = expected.store_id
        and begun.business_date = expected.business_date
)
select
    coalesce(store.store_key, -1) as store_key,
    day.store_id as store_id,
    day.business_date as business_date,
    year(day.business_date) * 100 + month(day.business_date) as month_key,
    day.document_count as document_count,
    day.sales_document_count as sales_document_count,
    day.first_business_at as first_business_at,
    day.last_business_at as last_business_at,
    day.last_recorded_at as last_recorded_at,
    day.last_document_key as last_document_key,
    day.close_document_key as close_document_key,
    day.is_expected as is_expected,
    day.sales_document_count > 0 as is_trading,
    day.close_document_key > 0 as is_closed,
    day.is_complete as is_complete,
    day.is_expected and not day.is_complete and day.document_count = 0 as is_missing,
from day
left join dim_store as store on store.store_id = day.store_id and store.is_current
order by day.business_date, day.store_id;
