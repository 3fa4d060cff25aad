-- title:  费用统计 | Expenses
-- grain:  by_code, account
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = department
--         compare list of window = none
--         amount_unit text = yuan in yuan|wan
-- why:    不含税的费用，按科目。不是付出的钱：费用可以欠着。替供应商付的（代垫）和收回的并列。 |
--         Expenses without tax by account. Not money paid: an expense may be owed. What was paid
--         for a supplier (代垫) and what of it came back stand beside it.
select
    expense.by_code as by_code,
    max(expense.by_name) as by_name,
    expense.account as account,
    sum(expense.expense_amount) as expense_amount,
    sum(expense.tax_amount) as tax_amount,
    sum(expense.advanced_amount) as advanced_amount,
    sum(expense.recovered_amount) as recovered_amount,
from expense
inner join bucket on expense.business_date between bucket.from_date and bucket.to_date
group by expense.by_code, expense.account
