-- The rows of the report of sale lines, written by hand over the tables.
select
    fact.document_key,
    fact.line_no,
    fact.business_date,
    fact.document_kind,
    fact.document_no,
    store.store_code,
    store.store_name,
    party.party_code,
    party.party_name,
    employee.employee_name,
    item.item_code,
    item.item_name,
    item.specification,
    item.base_unit,
    fact.line_purpose,
    fact.qty,
    fact.list_amount,
    fact.discount_amount,
    fact.gross_amount,
    fact.tax_amount,
    fact.net_amount,
    fact.cost_amount,
    fact.margin_amount,
from fact_sales as fact
left join dim_store as store on store.store_key = fact.store_key
left join dim_party as party on party.party_key = fact.party_key
left join dim_employee as employee on employee.employee_key = fact.employee_key
left join dim_item as item on item.item_key = fact.item_key
where fact.document_kind <> 'cost_adjustment'
order by fact.business_date, fact.document_key, fact.line_no
