-- No month, item, and what marks a line that was added up anew may hold other sums in the rollup
-- than in the facts, and none may stand twice or be missing.
with found as (
    select
        rollup.month_key as month_key,
        rollup.item_id as item_id,
        rollup.is_promoted as is_promoted,
        rollup.is_return as is_return,
        rollup.line_purpose as line_purpose,
        count(*) as row_count,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_month_item as rollup
    where rollup.month_key in (
        select touched.month_key from staging_touched_sales as touched
    )
    group by
        rollup.month_key,
        rollup.item_id,
        rollup.is_promoted,
        rollup.is_return,
        rollup.line_purpose
),
expected as (
    select
        sales.month_key as month_key,
        sales.item_id as item_id,
        sales.is_promoted as is_promoted,
        sales.is_return as is_return,
        sales.line_purpose as line_purpose,
        sum(sales.qty) as qty,
        sum(sales.list_amount) as list_amount,
        sum(sales.net_amount) as net_amount,
        sum(sales.tax_amount) as tax_amount,
        sum(sales.gross_amount) as gross_amount,
        sum(sales.discount_amount) as discount_amount,
        sum(sales.cost_amount) as cost_amount,
        sum(sales.margin_amount) as margin_amount,
        sum(sales.management_cost_amount) as management_cost_amount,
    from fact_sales as sales
    where sales.month_key in (
        select touched.month_key from staging_touched_sales as touched
    )
    group by
        sales.month_key,
        sales.item_id,
        sales.is_promoted,
        sales.is_return,
        sales.line_purpose
)
select
    coalesce(found.month_key, expected.month_key) as month_key,
    coalesce(found.item_id, expected.item_id) as item_id,
    coalesce(found.is_promoted, expected.is_promoted) as is_promoted,
    coalesce(found.is_return, expected.is_return) as is_return,
    coalesce(found.line_purpose, expected.line_purpose) as line_purpose,
    found.row_count as row_count,
    found.net_amount as net_in_rollup,
    expected.net_amount as net_in_facts,
    found.margin_amount as margin_in_rollup,
    expected.margin_amount as margin_in_facts,
from found
full join expected
    on expected.month_key = found.month_key
    and expected.item_id = found.item_id
    and expected.is_promoted = found.is_promoted
    and expected.is_return = found.is_return
    and expected.line_purpose = found.line_purpose
where found.row_count is distinct from 1
    or found.qty is distinct from expected.qty
    or found.list_amount is distinct from expected.list_amount
    or found.net_amount is distinct from expected.net_amount
    or found.tax_amount is distinct from expected.tax_amount
    or found.gross_amount is distinct from expected.gross_amount
    or found.discount_amount is distinct from expected.discount_amount
    or found.cost_amount is distinct from expected.cost_amount
    or found.margin_amount is distinct from expected.margin_amount
    or found.management_cost_amount is distinct from expected.management_cost_amount
order by month_key, item_id, is_promoted, is_return, line_purpose
limit 100;
