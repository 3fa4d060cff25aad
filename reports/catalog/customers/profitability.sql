-- title:  客户盈利分析 | Profitability of customers
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         cost_basis text = book in book|management
--         amount_unit text = yuan in yuan|wan
-- drill:  sales/detail
-- why:    一个客户留下多少利：销售减成本（账面或考核成本）、记给他的返利和为他承担的费用。赠品成本已在成本内，
--         另列一栏。不只是毛利：毛利不知道返利和费用。 |
--         What a customer leaves: sales less cost (book, or management 考核成本), rebates booked
--         for him and expenses borne for him. Cost of gifts is in the cost and shown beside it.
--         Not margin alone: that knows no rebates and no expenses.
with parts as (
    select
        sales.by_code,
        sales.by_name,
        sales.net_amount as sold,
        case $cost_basis
            when 'management' then sales.management_cost_amount
            else sales.cost_amount
        end as spent,
        case when sales.line_purpose = 'gift' then sales.cost_amount else 0 end as given,
        0 as rebated,
        0 as borne,
    from sales
    inner join bucket on sales.period_date between bucket.from_date and bucket.to_date
    union all
    select rebate.by_code, rebate.by_name, 0, 0, 0, rebate.booked_amount, 0
    from rebate
    inner join bucket on rebate.period_date between bucket.from_date and bucket.to_date
    where rebate.side = 'customer'
    union all
    select expense.by_code, expense.by_name, 0, 0, 0, 0, expense.expense_amount
    from expense
    inner join bucket on expense.period_date between bucket.from_date and bucket.to_date
    where expense.party_id > 0
)

select
    parts.by_code as by_code,
    max(parts.by_name) as by_name,
    sum(parts.sold) as sales_amount,
    sum(parts.spent) as cost_amount,
    sum(parts.sold) - sum(parts.spent) as margin_amount,
    sum(parts.given) as gift_cost_amount,
    sum(parts.rebated) as booked_amount,
    sum(parts.borne) as expense_amount,
    sum(parts.sold - parts.spent - parts.rebated - parts.borne) as profit_amount,
from parts
group by parts.by_code
