-- The account of stored value where it is not what members hold of it.
with held as (
    select coalesce(sum(amount), 0) as amount
    from member_movement
    where measure in ('stored_paid', 'stored_bonus')
),

owed as (
    select coalesce(sum(case when credit_account = '2204' then amount else 0 end), 0)
        - coalesce(sum(case when debit_account = '2204' then amount else 0 end), 0) as amount
    from money_movement
    where credit_account = '2204' or debit_account = '2204'
)

select held.amount as held, owed.amount as owed
from held
cross join owed
where held.amount <> owed.amount;
