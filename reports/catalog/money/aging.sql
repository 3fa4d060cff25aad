-- title:  账龄分析 | Aging of open items
-- grain:  by_code
-- params: as_of date = today
--         by dimension = party
--         account text = 1122
--         basis text = origin in origin|due
--         band1_days int optional
--         band2_days int optional
--         band3_days int optional
--         band4_days int optional
--         band5_days int optional
--         amount_unit text = yuan in yuan|wan
-- drill:  money/open_items
-- why:    某日往来科目上未结的按账龄分段：应收（1122），或应付（2202，借方为正，故为负）
--         。每段到它的天数为止，含当天；第六段是更早的。各段天数不填时依公司为该科目定的账龄段，
--         没有定则为 30、60、90、180、365。应计坏账按公司各账龄段的计提比例。
--         起算选到期日就是逾期天数。各段加未核销收款等于余额。以后发生的不改变它。 |
--         What is open on an account by party as of a day, by how old it is: receivables (1122), or
--         payables (2202, negative: debit is positive). A band ends with its number of days, that
--         day in it; the sixth has what is older. Days that are not given are the company's bands
--         of the account, else 30, 60, 90, 180, 365; what is to be provided for is by the company's
--         rates. By basis=due days count from the due date (逾期). Bands and unapplied come to the
--         balance. Nothing dated after the day changes it.
with company as (
    select
        aging_band.to_days,
        aging_band.from_days,
        aging_band.provision_rate,
        row_number() over (order by aging_band.to_days nulls last) as place,
    from aging_band
    where aging_band.account = $account and aging_band.is_current and aging_band.is_active
),

bound as (
    select
        count(company.to_days) = 0 as is_usual,
        max(company.to_days) filter (company.place = 1) as band1,
        max(company.to_days) filter (company.place = 2) as band2,
        max(company.to_days) filter (company.place = 3) as band3,
        max(company.to_days) filter (company.place = 4) as band4,
        max(company.to_days) filter (company.place = 5) as band5,
    from company
),

chosen as (
    select
        coalesce($band1_days, case when bound.is_usual then 30 else bound.band1 end) as band1,
        coalesce($band2_days, case when bound.is_usual then 60 else bound.band2 end) as band2,
        coalesce($band3_days, case when bound.is_usual then 90 else bound.band3 end) as band3,
        coalesce($band4_days, case when bound.is_usual then 180 else bound.band4 end) as band4,
        coalesce($band5_days, case when bound.is_usual then 365 else bound.band5 end) as band5,
    from bound
),

settled as (
    select
        allocation.item_document_key,
        allocation.item_line_no,
        allocation.account,
        sum(allocation.settled_amount) as total_settled,
    from allocation
    where allocation.account = $account and allocation.business_date <= $as_of
    group by allocation.item_document_key, allocation.item_line_no, allocation.account
),

items as (
    select
        open_item.by_code,
        open_item.by_name,
        open_item.origin_date,
        open_item.item_amount - coalesce(settled.total_settled, 0) as amount,
        (open_item.item_amount > 0) = ($account[1] in ('1', '5')) as is_owed,
        date_diff('day', open_item.origin_date, $as_of) as age,
        date_diff('day', open_item.due_date, $as_of) as late,
        case $basis
            when 'due' then date_diff('day', open_item.due_date, $as_of)
            else date_diff('day', open_item.origin_date, $as_of)
        end as days,
    from open_item
    left join settled
        on settled.item_document_key = open_item.document_key
        and settled.item_line_no = open_item.line_no
        and settled.account = open_item.account
    where
        open_item.account = $account
        and open_item.business_date <= $as_of
        and open_item.item_amount <> coalesce(settled.total_settled, 0)
),

banded as (
    select
        items.by_code,
        items.by_name,
        items.origin_date,
        items.amount,
        items.is_owed,
        items.age,
        items.late,
        case
            when not items.is_owed then 0
            when items.days <= chosen.band1 then 1
            when items.days <= chosen.band2 then 2
            when items.days <= chosen.band3 then 3
            when items.days <= chosen.band4 then 4
            when items.days <= chosen.band5 then 5
            else 6
        end as band,
        case
            when items.is_owed then items.amount * coalesce(company.provision_rate, 0) else 0
        end as provision,
    from items
    cross join chosen
    left join company
        on items.days between coalesce(company.from_days, -1000000)
            and coalesce(company.to_days, 1000000)
)

select
    banded.by_code as by_code,
    max(banded.by_name) as by_name,
    coalesce(sum(banded.amount), 0) as balance_amount,
    coalesce(sum(banded.amount) filter (banded.band = 1), 0) as band1_amount,
    coalesce(sum(banded.amount) filter (banded.band = 2), 0) as band2_amount,
    coalesce(sum(banded.amount) filter (banded.band = 3), 0) as band3_amount,
    coalesce(sum(banded.amount) filter (banded.band = 4), 0) as band4_amount,
    coalesce(sum(banded.amount) filter (banded.band = 5), 0) as band5_amount,
    coalesce(sum(banded.amount) filter (banded.band = 6), 0) as band6_amount,
    coalesce(sum(banded.amount) filter (banded.band = 0), 0) as unapplied_amount,
    coalesce(sum(banded.provision), 0) as provision_amount,
    coalesce(sum(banded.amount) filter (banded.is_owed and banded.late <= 0), 0)
        as not_due_amount,
    coalesce(sum(banded.amount) filter (banded.is_owed and banded.late > 0), 0)
        as overdue_amount,
    greatest(max(banded.late) filter (banded.is_owed), 0) as max_overdue_days,
    case
        when sum(banded.amount) filter (banded.is_owed) <> 0
            then sum(banded.amount * banded.age) filter (banded.is_owed)
                / sum(banded.amount) filter (banded.is_owed)
    end as average_age_days,
    min(banded.origin_date) filter (banded.is_owed) as oldest_date,
from banded
group by banded.by_code
