-- title:  收款与长短款 | Tenders and what day closes found
-- grain:  by_code, bucket
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         grain text = day in none|day|week|month
--         amount_unit text = yuan in yuan|wan
-- drill:  money/store_day
-- why:    各店每天收了多少款，其中现金多少，日结盘出的长款、短款，以及是否已日结。只看钱：挂账的销售见门店日清
--         日结。不是钱箱里的数：那里还有昨天的现金。 |
--         What was tendered each day of a store, in cash of it, beside what its day close found
--         over (长款) or short (短款) of any means of payment, and whether the days were closed.
--         Money alone: sales on account are in money/store_day. Not what lies in the till, which
--         holds yesterday's cash too.
with parts as (
    select
        tender.by_code,
        tender.by_name,
        bucket.bucket_date,
        tender.tender_amount as tendered,
        case when tender.payment_kind = 'cash' then tender.tender_amount else 0 end as in_cash,
        0 as found_over,
        0 as found_short,
        0 as days,
        0 as closed_days,
    from tender
    inner join bucket on tender.business_date between bucket.from_date and bucket.to_date
    where not tender.is_discount
    union all
    select
        money.by_code,
        money.by_name,
        bucket.bucket_date,
        0,
        0,
        case
            when money.credit_account like '6301%' then money.amount
            when money.debit_account like '6301%' then -money.amount
            else 0
        end,
        case
            when money.credit_account like '6301%' or money.debit_account like '6301%' then 0
            else money.amount
        end,
        0,
        0,
    from money
    inner join bucket on money.business_date between bucket.from_date and bucket.to_date
    where money.document_kind = 'day_close'
    union all
    select
        store_day.by_code,
        store_day.by_name,
        bucket.bucket_date,
        0,
        0,
        0,
        0,
        case when store_day.is_expected then 1 else 0 end,
        case when store_day.is_expected and store_day.is_closed then 1 else 0 end,
    from store_day
    inner join bucket on store_day.business_date between bucket.from_date and bucket.to_date
)

select
    parts.by_code as by_code,
    max(parts.by_name) as by_name,
    parts.bucket_date as bucket,
    sum(parts.tendered) as tender_amount,
    sum(parts.in_cash) as cash_amount,
    sum(parts.found_over) as over_amount,
    sum(parts.found_short) as short_amount,
    sum(parts.found_over) - sum(parts.found_short) as net_difference_amount,
    sum(parts.days) as expected_day_count,
    sum(parts.closed_days) as closed_day_count,
from parts
group by parts.by_code, parts.bucket_date
