-- title:  信用额度 | Credit limits
-- grain:  party_code
-- params: as_of date = today
--         party text optional
--         over_only bool = false
--         amount_unit text = yuan in yuan|wan
-- drill:  money/open_items
-- why:    设有信用额度或期限的客户，某日应收余额占用了多少，还可欠多少，最早的未结账款多少天了。
--         额度是现在的，余额是那天的。只有客户自己的额度：业务员和部门的不在内；没有设的客户不在内。
--         不是逾期：逾期按每张单据的到期日，见未核销清单。 |
--         Of customers with a limit of credit, in amount or days: how much of it their receivables
--         took as of a day, what may still be owed, and how old the oldest open item is. Limits
--         are those of now, balances those of the day. Limits of employees and departments are not
--         here, nor customers without one. Not overdue: that goes by the due date of each
--         document (open items).
with settled as (
    select
        allocation.item_document_key,
        allocation.item_line_no,
        allocation.account,
        sum(allocation.settled_amount) as total_settled,
    from allocation
    where allocation.account = '1122' and allocation.business_date <= $as_of
    group by allocation.item_document_key, allocation.item_line_no, allocation.account
),

items as (
    select
        open_item.party_code,
        open_item.origin_date,
        open_item.item_amount - coalesce(settled.total_settled, 0) as amount,
    from open_item
    left join settled
        on settled.item_document_key = open_item.document_key
        and settled.item_line_no = open_item.line_no
        and settled.account = open_item.account
    where open_item.account = '1122' and open_item.business_date <= $as_of
),

owed as (
    select
        items.party_code,
        sum(items.amount) as balance,
        min(items.origin_date) filter (items.amount > 0) as oldest,
    from items
    group by items.party_code
),

judged as (
    select
        limit_rule.party_code,
        limit_rule.party_name,
        limit_rule.limit_amount as most,
        limit_rule.limit_days as most_days,
        coalesce(owed.balance, 0) as balance,
        owed.oldest,
        date_diff('day', owed.oldest, $as_of) as age,
        coalesce(owed.balance > limit_rule.limit_amount, false) as is_over_amount,
        coalesce(date_diff('day', owed.oldest, $as_of) > limit_rule.limit_days, false)
            as is_over_days,
    from limit_rule
    left join owed on owed.party_code = limit_rule.party_code
    where
        limit_rule.limit_kind = 'credit'
        and limit_rule.scope_kind = 'party'
        and limit_rule.is_current
        and limit_rule.is_active
        and coalesce($party, limit_rule.party_code) = limit_rule.party_code
)

select
    judged.party_code as party_code,
    judged.party_name as party_name,
    judged.most as limit_amount,
    judged.balance as balance_amount,
    judged.most - judged.balance as free_credit_amount,
    case when judged.most > 0 then judged.balance / judged.most end as credit_used_rate,
    judged.most_days as limit_days,
    judged.oldest as oldest_date,
    judged.age as age_days,
    case
        when judged.is_over_amount and judged.is_over_days then 'over_both'
        when judged.is_over_amount then 'over_amount'
        when judged.is_over_days then 'over_days'
        else 'within'
    end as credit_state,
from judged
where not $over_only or judged.is_over_amount or judged.is_over_days
order by
    judged.is_over_amount or judged.is_over_days desc,
    judged.balance desc,
    judged.party_code
