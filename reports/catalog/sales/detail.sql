-- title:  销售明细 | Sales lines
-- grain:  document_key, line_no
-- params: period text = this_week
--         from_date date optional
--         to_date date optional
--         store text optional, party text optional, item text optional, employee text optional
--         document_no text optional
--         show_reversed bool = false
--         tax_basis text = taxpayer in taxpayer|net|gross
--         unit text = base in base|large|mixed
--         amount_unit text = yuan in yuan|wan
-- why:    期间内每一行销售和退货，可按门店、往来单位、商品、员工代码查。原单和红冲都在期间内、合计为零的
--         不列，除非要显示红冲。以后的成本调整不算行：这里的毛利是过账当时的。 |
--         Every line sold or taken back in the period, by code of store, party, item, employee.
--         A document and its reversal that both lie in the period and come to nothing are left
--         out, unless reversals are to be shown.
--         Later adjustments of cost are no lines: margin here is what the sale was posted with.
with lines as materialized (
    select
        sales.document_key,
        sales.line_no,
        sales.business_date,
        sales.document_kind,
        sales.document_no,
        sales.store_code,
        sales.store_name,
        sales.party_code,
        sales.party_name,
        sales.employee_name,
        sales.item_code,
        sales.item_name,
        sales.specification,
        sales.base_unit,
        sales.pack_unit,
        sales.pack_factor,
        sales.line_purpose,
        sales.is_reversal,
        case
            when sales.is_reversal then sales.original_document_key
            else sales.document_key
        end as pair_key,
        sales.qty,
        sales.list_amount,
        sales.discount_amount,
        sales.gross_amount,
        sales.tax_amount,
        sales.gross_amount - sales.tax_amount as untaxed_amount,
        sales.cost_amount,
        sales.margin_amount,
    from sales
    inner join bucket on sales.business_date between bucket.from_date and bucket.to_date
    where
        sales.document_kind <> 'cost_adjustment'
        and coalesce($store, sales.store_code) is not distinct from sales.store_code
        and coalesce($party, sales.party_code) is not distinct from sales.party_code
        and coalesce($item, sales.item_code) is not distinct from sales.item_code
        and coalesce($employee, sales.employee_code) is not distinct from sales.employee_code
        and coalesce($document_no, sales.document_no) = sales.document_no
),

-- Documents that are here with their reversal and come to nothing in every figure, so that no sum
-- differs without them. Costs may: a reversal takes back what an adjustment made of them.
undone as (
    select lines.pair_key
    from lines
    where lines.pair_key in (select lines.pair_key from lines where lines.is_reversal)
    group by lines.pair_key
    having
        not bool_and(lines.is_reversal)
        and sum(lines.qty) = 0
        and sum(lines.list_amount) = 0
        and sum(lines.discount_amount) = 0
        and sum(lines.gross_amount) = 0
        and sum(lines.tax_amount) = 0
        and coalesce(sum(lines.cost_amount), 0) = 0
)

select
    lines.document_key as document_key,
    lines.line_no as line_no,
    lines.business_date as business_date,
    lines.document_kind as document_kind,
    lines.document_no as document_no,
    lines.store_code as store_code,
    lines.store_name as store_name,
    lines.party_code as party_code,
    lines.party_name as party_name,
    lines.employee_name as employee_name,
    lines.item_code as item_code,
    lines.item_name as item_name,
    lines.specification as specification,
    lines.base_unit as base_unit,
    lines.pack_unit as pack_unit,
    lines.pack_factor as pack_factor,
    lines.line_purpose as line_purpose,
    lines.qty as qty,
    lines.list_amount as list_amount,
    lines.discount_amount as discount_amount,
    lines.gross_amount as gross_amount,
    lines.tax_amount as tax_amount,
    lines.untaxed_amount as net_amount,
    lines.cost_amount as cost_amount,
    lines.margin_amount as margin_amount,
from lines
where
    $show_reversed
    or lines.pair_key not in (select undone.pair_key from undone)
order by lines.business_date, lines.document_key, lines.line_no
