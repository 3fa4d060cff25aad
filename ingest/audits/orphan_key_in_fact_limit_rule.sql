-- No limit may be set for a depot, employee, department, party or item that its dimension does not
-- hold.
select
    rule.limit_rule_key as limit_rule_key,
    rule.limit_rule_code as limit_rule_code,
from fact_limit_rule as rule
where rule.store_id not in (select store.store_id from dim_store as store)
    or rule.depot_id not in (select store.store_id from dim_store as store)
    or rule.employee_id not in (select employee.employee_id from dim_employee as employee)
    or rule.department_id not in (
        select department.department_id from dim_department as department
    )
    or rule.party_id not in (select party.party_id from dim_party as party)
    or rule.item_id not in (select item.item_id from dim_item as item)
order by rule.limit_rule_key
limit 100;
