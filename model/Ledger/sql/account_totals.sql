-- What each account was debited and credited before a period and in it, adjustments included.
select
    moved.account,
    cast(sum(
        case when moved.business_date < @from_date then moved.debit - moved.credit else 0 end
    ) as bigint) as opening,
    cast(sum(case when moved.business_date >= @from_date then moved.debit else 0 end) as bigint)
        as debit,
    cast(sum(case when moved.business_date >= @from_date then moved.credit else 0 end) as bigint)
        as credit
from (
    select debit_account as account, business_date, store_id, amount as debit, 0 as credit
    from money_movement
    union all
    select credit_account as account, business_date, store_id, 0 as debit, amount as credit
    from money_movement
) as moved
where moved.business_date <= @to_date and (@store_id = -2 or moved.store_id = @store_id)
group by moved.account
order by moved.account;
