-- No month and store of the rollup may hold other sums than the facts, and none may stand twice
-- or be missing.
with found as (
    select
        rollup.month_key as month_key,
        rollup.store_id as store_id,
        count(*) as row_count,
        sum(rollup.qty) as qty,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
    from rollup_sales_month_store as rollup
    group by rollup.month_key, rollup.store_id
),
expected as (
    select
        sales.month_key as month_key,
        sales.store_id as store_id,
        sum(sales.qty) as qty,
        sum(sales.net_amount) as net_amount,
        sum(sales.tax_amount) as tax_amount,
        sum(sales.gross_amount) as gross_amount,
        sum(sales.discount_amount) as discount_amount,
        sum(sales.cost_amount) as cost_amount,
        sum(sales.margin_amount) as margin_amount,
    from fact_sales as sales
    group by sales.month_key, sales.store_id
)
select
    coalesce(found.month_key, expected.month_key) as month_key,
    coalesce(found.store_id, expected.store_id) as store_id,
    found.row_count as row_count,
    found.net_amount as net_in_rollup,
    expected.net_amount as net_in_facts,
    found.margin_amount as margin_in_rollup,
    expected.margin_amount as margin_in_facts,
from found
full join expected on expected.month_key = found.month_key and expected.store_id = found.store_id
where found.row_count is distinct from 1
    or found.qty is distinct from expected.qty
    or found.net_amount is distinct from expected.net_amount
    or found.tax_amount is distinct from expected.tax_amount
    or found.gross_amount is distinct from expected.gross_amount
    or found.discount_amount is distinct from expected.discount_amount
    or found.cost_amount is distinct from expected.cost_amount
    or found.margin_amount is distinct from expected.margin_amount
order by month_key, store_id
limit 100;
