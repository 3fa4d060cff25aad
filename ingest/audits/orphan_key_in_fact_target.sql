-- No target may be set for a store, an employee or a party that its dimension does not hold.
select
    target.target_key as target_key,
    target.scope_kind as scope_kind,
    target.scope_id as scope_id,
from fact_target as target
where target.store_id not in (select store.store_id from dim_store as store)
    or target.employee_id not in (select employee.employee_id from dim_employee as employee)
    or target.party_id not in (select party.party_id from dim_party as party)
order by target.target_key
limit 100;
