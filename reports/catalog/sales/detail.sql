-- title:  销售明细 | Sales lines
-- grain:  document_key, line_no
-- params: period text = this_week
--         from_date date optional
--         to_date date optional
--         store text optional, party text optional, item text optional, employee text optional
--         document_no text optional
-- why:    期间内每一行销售和退货，可按门店、往来单位、商品、员工代码查。以后的成本调整不算行：
--         这里的毛利是过账当时的。 |
--         Every line sold or taken back in the period, by code of store, party, item, employee.
--         Later adjustments of cost are no lines: margin here is what the sale was posted with.
select
    sales.document_key as document_key,
    sales.line_no as line_no,
    sales.business_date as business_date,
    sales.document_kind as document_kind,
    sales.document_no as document_no,
    sales.store_code as store_code,
    sales.store_name as store_name,
    sales.party_code as party_code,
    sales.party_name as party_name,
    sales.employee_name as employee_name,
    sales.item_code as item_code,
    sales.item_name as item_name,
    sales.specification as specification,
    sales.base_unit as base_unit,
    sales.line_purpose as line_purpose,
    sales.qty as qty,
    sales.list_amount as list_amount,
    sales.discount_amount as discount_amount,
    sales.gross_amount as gross_amount,
    sales.tax_amount as tax_amount,
    sales.net_amount as net_amount,
    sales.cost_amount as cost_amount,
    sales.margin_amount as margin_amount,
from sales
inner join bucket on sales.business_date between bucket.from_date and bucket.to_date
where
    sales.document_kind <> 'cost_adjustment'
    and coalesce($store, sales.store_code) is not distinct from sales.store_code
    and coalesce($party, sales.party_code) is not distinct from sales.party_code
    and coalesce($item, sales.item_code) is not distinct from sales.item_code
    and coalesce($employee, sales.employee_code) is not distinct from sales.employee_code
    and coalesce($document_no, sales.document_no) = sales.document_no
order by sales.business_date, sales.document_key, sales.line_no
