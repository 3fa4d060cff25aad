-- title:  资产负债表 | Balance sheet
-- grain:  line_code
-- params: as_of date = today
--         amount_unit text = yuan in yuan|wan
-- drill:  money/trial_balance
-- why:    某日终了公司有什么、欠什么，与年初并排。资产 = 负债 + 权益；未分配的利润计入留存收益。
--         往来按科目列，不按余额方向重分类。 |
--         What the company has and owes at the end of a day, beside the beginning of its year.
--         Assets are liabilities and equity; profit that is not distributed yet is part of
--         retained profit. Balances of parties stand with their account, not by their side.
with entries as (
    select money.debit_account as account, money.business_date, money.amount
    from money
    where money.business_date <= $as_of
    union all
    select money.credit_account, money.business_date, -money.amount
    from money
    where money.business_date <= $as_of
),

placed as (
    select
        case
            when left(entries.account, 4) in ('1001', '1002', '1012') then 'assets_money'
            when left(entries.account, 4) in ('1122', '1231') then 'assets_receivable'
            when left(entries.account, 4) = '1123' then 'assets_advances'
            when left(entries.account, 4) = '1221' then 'assets_other'
            when left(entries.account, 2) = '14' then 'assets_inventory'
            when left(entries.account, 1) = '5' then 'assets_inventory'
            when left(entries.account, 4) = '2202' then 'debts_payable'
            when left(entries.account, 4) = '2203' then 'debts_advances'
            when left(entries.account, 4) = '2221' then 'debts_tax'
            when left(entries.account, 4) = '2241' then 'debts_other'
            when left(entries.account, 1) = '2' then 'debts_rest'
            when left(entries.account, 4) in ('4001', '4002', '4101') then 'equity_capital'
            when left(entries.account, 1) in ('4', '6') then 'equity_profit'
            else 'assets_rest'
        end as line_code,
        entries.business_date,
        entries.amount,
    from entries
),

lines as (
    select ordered.line_no, ordered.line_code, ordered.line_name, ordered.sign, ordered.holds
    from (
        values
            (1, 'assets_money', '货币资金', 1, 'assets_money'),
            (2, 'assets_receivable', '应收账款', 1, 'assets_receivable'),
            (3, 'assets_advances', '预付账款', 1, 'assets_advances'),
            (4, 'assets_other', '其他应收款', 1, 'assets_other'),
            (5, 'assets_inventory', '存货', 1, 'assets_inventory'),
            (6, 'assets_rest', '其他资产', 1, 'assets_rest'),
            (7, 'total_assets', '资产总计', 1, 'assets_'),
            (8, 'debts_payable', '应付账款', -1, 'debts_payable'),
            (9, 'debts_advances', '预收账款', -1, 'debts_advances'),
            (10, 'debts_tax', '应交税费', -1, 'debts_tax'),
            (11, 'debts_other', '其他应付款', -1, 'debts_other'),
            (12, 'debts_rest', '其他负债', -1, 'debts_rest'),
            (13, 'total_debts', '负债合计', -1, 'debts_'),
            (14, 'equity_capital', '实收资本及公积', -1, 'equity_capital'),
            (15, 'equity_profit', '未分配利润', -1, 'equity_profit'),
            (16, 'total_equity', '所有者权益合计', -1, 'equity_'),
            (17, 'total_sources', '负债和所有者权益总计', -1, '')
    ) as ordered (line_no, line_code, line_name, sign, holds)
)

select
    lines.line_code as line_code,
    max(lines.line_name) as line_name,
    max(lines.sign) * coalesce(sum(placed.amount), 0) as balance_amount,
    max(lines.sign) * coalesce(
        sum(placed.amount) filter (placed.business_date < date_trunc('year', $as_of::date)), 0
    ) as year_start_amount,
from lines
left join placed
    on starts_with(placed.line_code, lines.holds)
    and (lines.line_code <> 'total_sources' or not starts_with(placed.line_code, 'assets_'))
group by lines.line_no, lines.line_code
order by lines.line_no
