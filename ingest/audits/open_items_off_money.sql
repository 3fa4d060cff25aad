-- No account of a party may have another balance by its open items than by its money, in any
-- month: what is open is what the control account says.
with moved as (
    select
        money.debit_account as account,
        money.debit_party_id as party_id,
        money.month_key as month_key,
        money.amount as in_money,
        0::decimal(18, 4) as in_items,
    from fact_money as money
    where left(money.debit_account, 4) in ('1122', '1123', '1221', '2202', '2203', '2241')
    union all by name
    select
        money.credit_account as account,
        money.credit_party_id as party_id,
        money.month_key as month_key,
        -money.amount as in_money,
        0::decimal(18, 4) as in_items,
    from fact_money as money
    where left(money.credit_account, 4) in ('1122', '1123', '1221', '2202', '2203', '2241')
    union all by name
    select
        item.account as account,
        item.party_id as party_id,
        item.month_key as month_key,
        0::decimal(18, 4) as in_money,
        item.item_amount as in_items,
    from fact_open_item as item
    union all by name
    select
        allocation.account as account,
        allocation.party_id as party_id,
        allocation.month_key as month_key,
        0::decimal(18, 4) as in_money,
        -allocation.settled_amount as in_items,
    from fact_allocation as allocation
)
select
    moved.account as account,
    moved.party_id as party_id,
    moved.month_key as month_key,
    sum(moved.in_money) as in_money,
    sum(moved.in_items) as in_items,
from moved
group by moved.account, moved.party_id, moved.month_key
having sum(moved.in_money) <> sum(moved.in_items)
order by moved.account, moved.party_id, moved.month_key
limit 100;
