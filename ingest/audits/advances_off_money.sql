-- No party may have other advances left than the accounts of advances say.
with moved as (
    select
        money.debit_party_id as party_id,
        money.debit_account as account,
        money.amount as in_money,
    from fact_money as money
    where left(money.debit_account, 4) in ('1123', '2203')
    union all by name
    select
        money.credit_party_id as party_id,
        money.credit_account as account,
        -money.amount as in_money,
    from fact_money as money
    where left(money.credit_account, 4) in ('1123', '2203')
    union all by name
    select
        change.party_id as party_id,
        change.account as account,
        case when change.side = 'paid' then -1 else 1 end
            * (change.advance_amount - change.used_amount) as in_money,
    from fact_advance as change
)
select
    moved.account as account,
    moved.party_id as party_id,
    sum(moved.in_money) as difference,
from moved
group by moved.account, moved.party_id
having sum(moved.in_money) <> 0
order by moved.account, moved.party_id
limit 100;
