-- title:  利润表 | Income statement
-- grain:  line_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         store text optional
--         compare list of window = none
--         amount_unit text = yuan in yuan|wan
-- drill:  money/trial_balance
-- why:    期间及本年累计的收入、成本、费用和利润，按账上。费用在自己的行为正；利润 = 收入 − 费用。
--         不是销售报表的毛利：这里有与销售无关的损失、手续费和费用。 |
--         Income, costs and expenses as booked, and the profit they leave, of the period and of its
--         year up to its end. Expense is positive in its line; profit is income less expense.
--         Not the margin of sales reports: it has losses, fees and expenses of no sale in it.
with entries as (
    select money.credit_account as account, money.store_code, money.business_date, money.amount
    from money
    where money.credit_account like '6%'
    union all
    select money.debit_account, money.store_code, money.business_date, -money.amount
    from money
    where money.debit_account like '6%'
),

lines as (
    select ordered.line_no, ordered.line_code, ordered.line_name, ordered.sign, ordered.start
    from (
        values
            (1, 'revenue', '营业收入', 1, '6001'),
            (1, 'revenue', '营业收入', 1, '6051'),
            (2, 'cost', '营业成本', -1, '6401'),
            (2, 'cost', '营业成本', -1, '6402'),
            (3, 'tax', '税金及附加', -1, '6403'),
            (4, 'selling', '销售费用', -1, '6601'),
            (5, 'administrative', '管理费用', -1, '6602'),
            (6, 'financial', '财务费用', -1, '6603'),
            (7, 'impairment', '信用及资产减值损失', -1, '6701'),
            (7, 'impairment', '信用及资产减值损失', -1, '6702'),
            (8, 'other_income', '营业外收入', 1, '6301'),
            (9, 'other_expense', '营业外支出', -1, '6711'),
            (10, 'income_tax', '所得税费用', -1, '6801'),
            (11, 'rest', '其他损益', -1, ''),
            (12, 'net_profit', '净利润', 1, '')
    ) as ordered (line_no, line_code, line_name, sign, start)
),

placed as (
    select
        coalesce(own.line_code, 'rest') as line_code,
        entries.business_date,
        entries.amount,
    from entries
    left join lines as own on own.start <> '' and left(entries.account, 4) = own.start
    where
        entries.business_date <= $to_date
        and entries.business_date >= least($from_date, date_trunc('year', $to_date::date))
        and ($store is null or entries.store_code = $store)
)

select
    lines.line_code as line_code,
    max(lines.line_name) as line_name,
    max(lines.sign) * coalesce(
        sum(placed.amount) filter (placed.business_date >= $from_date), 0
    ) as period_amount,
    max(lines.sign) * coalesce(
        sum(placed.amount) filter (placed.business_date >= date_trunc('year', $to_date::date)), 0
    ) as year_amount,
from (
    select distinct lines.line_no, lines.line_code, lines.line_name, lines.sign
    from lines
) as lines
left join placed on lines.line_code in (placed.line_code, 'net_profit')
group by lines.line_no, lines.line_code
order by lines.line_no
