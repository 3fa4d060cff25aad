-- Accounts by party on which an entry's open items, by day, are not what its money changes; and on
-- which what is open is not the balance.
with moved as (
    select seq, debit_account as account, debit_party_id as party_id, business_date, amount
    from money_movement
    union all
    select seq, credit_account, credit_party_id, business_date, -amount
    from money_movement
),

change as (
    select seq, account, party_id, business_date, amount
    from moved
    where substr(account, 1, 4) in ('1122', '1123', '1221', '2202', '2203', '2241')
    union all
    select seq, account, party_id, business_date, -amount
    from open_item
),

kept as (
    select account, party_id, amount
    from state_balance
    where substr(account, 1, 4) in ('1122', '1123', '1221', '2202', '2203', '2241')
    union all
    select account, party_id, -remaining
    from state_open_item
)

select seq, account, party_id, sum(amount) as amount
from change
group by seq, account, party_id, business_date
having sum(amount) <> 0
union all
select 0, account, party_id, sum(amount)
from kept
group by account, party_id
having sum(amount) <> 0;
