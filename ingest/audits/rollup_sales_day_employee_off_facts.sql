-- No business day, store and employee that was added up anew may hold other sums in the rollup
-- than in the facts, and none may stand twice or be missing.
with found as (
    select
        rollup.business_date as business_date,
        rollup.store_id as store_id,
        rollup.employee_id as employee_id,
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
        sum(rollup.ticket_count) as ticket_count,
    from rollup_sales_day_employee as rollup
    where rollup.business_date in (
        select touched.business_date from staging_touched_sales as touched
    )
    group by rollup.business_date, rollup.store_id, rollup.employee_id
),
expected as (
    select
        sales.business_date as business_date,
        sales.store_id as store_id,
        sales.employee_id as employee_id,
        sum(sales.qty) as qty,
        sum(sales.list_amount) as list_amount,
        sum(sales.net_amount) as net_amount,
        sum(sales.tax_amount) as tax_amount,
        sum(sales.gross_amount) as gross_amount,
        sum(sales.discount_amount) as discount_amount,
        sum(sales.cost_amount) as cost_amount,
        sum(sales.margin_amount) as margin_amount,
        sum(sales.management_cost_amount) as management_cost_amount,
        sum(sales.ticket_count) as ticket_count,
    from fact_sales as sales
    where sales.business_date in (
        select touched.business_date from staging_touched_sales as touched
    )
    group by sales.business_date, sales.store_id, sales.employee_id
)
select
    coalesce(found.business_date, expected.business_date) as business_date,
    coalesce(found.store_id, expected.store_id) as store_id,
    coalesce(found.employee_id, expected.employee_id) as employee_id,
    found.row_count as row_count,
    found.net_amount as net_in_rollup,
    expected.net_amount as net_in_facts,
    found.margin_amount as margin_in_rollup,
    expected.margin_amount as margin_in_facts,
from found
full join expected
    on expected.business_date = found.business_date
    and expected.store_id = found.store_id
    and expected.employee_id = found.employee_id
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
    or found.ticket_count is distinct from expected.ticket_count
order by business_date, store_id, employee_id
limit 100;
