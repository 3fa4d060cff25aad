-- title:  收支汇总 | Receipts and payments by kind
-- grain:  account, document_kind, counter_account
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         amount_unit text = yuan in yuan|wan
-- why:    各现金、银行账户的钱从哪里来、到哪里去，按单据种类和对方科目。不是收入和费用：欠着的没有动钱。
--         公司自己账户之间的转账两边都有。 |
--         Where the money of each cash and bank account came from and went to, by kind of
--         document and the account on the other side. Not income and expense: what is owed moves
--         no money. Transfers between two of the company's accounts stand on both.
with sides as (
    select
        money.debit_account as account,
        money.credit_account as counter_account,
        money.document_kind,
        money.business_date,
        money.amount as moved,
    from money
    union all
    select
        money.credit_account,
        money.debit_account,
        money.document_kind,
        money.business_date,
        -money.amount,
    from money
)

select
    sides.account as account,
    sides.document_kind as document_kind,
    sides.counter_account as counter_account,
    coalesce(sum(sides.moved) filter (sides.moved > 0), 0) as debited_amount,
    coalesce(-sum(sides.moved) filter (sides.moved < 0), 0) as credited_amount,
from sides
where
    left(sides.account, 4) in ('1001', '1002', '1012')
    and sides.business_date between $from_date and $to_date
group by sides.account, sides.document_kind, sides.counter_account
order by sides.account, sides.document_kind, sides.counter_account
