-- No month of a rollup may sum to other quantity, amounts or cost than the facts do.
with rollup as (
    select
        'rollup_sales_day_store' as table_name,
        rollup.month_key as month_key,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_day_store as rollup
    group by rollup.month_key
    union all by name
    select
        'rollup_sales_month_store' as table_name,
        rollup.month_key as month_key,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_month_store as rollup
    group by rollup.month_key
    union all by name
    select
        'rollup_sales_day_item' as table_name,
        rollup.month_key as month_key,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_day_item as rollup
    group by rollup.month_key
    union all by name
    select
        'rollup_sales_month_item' as table_name,
        rollup.month_key as month_key,
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
    group by rollup.month_key
    union all by name
    select
        'rollup_sales_day_hour' as table_name,
        rollup.month_key as month_key,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_day_hour as rollup
    group by rollup.month_key
    union all by name
    select
        'rollup_sales_day_employee' as table_name,
        rollup.month_key as month_key,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_day_employee as rollup
    group by rollup.month_key
    union all by name
    select
        'rollup_sales_month_party' as table_name,
        rollup.month_key as month_key,
        sum(rollup.qty) as qty,
        sum(rollup.list_amount) as list_amount,
        sum(rollup.net_amount) as net_amount,
        sum(rollup.tax_amount) as tax_amount,
        sum(rollup.gross_amount) as gross_amount,
        sum(rollup.discount_amount) as discount_amount,
        sum(rollup.cost_amount) as cost_amount,
        sum(rollup.margin_amount) as margin_amount,
        sum(rollup.management_cost_amount) as management_cost_amount,
    from rollup_sales_month_party as rollup
    group by rollup.month_key
),
fact as (
    select
        sales.month_key as month_key,
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
    group by sales.month_key
),
expected as (
    select
        named.table_name as table_name,
        fact.month_key as month_key,
        fact.qty as qty,
        fact.list_amount as list_amount,
        fact.net_amount as net_amount,
        fact.tax_amount as tax_amount,
        fact.gross_amount as gross_amount,
        fact.discount_amount as discount_amount,
        fact.cost_amount as cost_amount,
        fact.margin_amount as margin_amount,
        fact.management_cost_amount as management_cost_amount,
    from fact
    cross join (
        select unnest([
            'rollup_sales_day_store',
            'rollup_sales_month_store',
            'rollup_sales_day_item',
            'rollup_sales_month_item',
            'rollup_sales_day_hour',
            'rollup_sales_day_employee',
            'rollup_sales_month_party',
        ]) as table_name
    ) as named
)
select
    coalesce(rollup.table_name, expected.table_name) as table_name,
    coalesce(rollup.month_key, expected.month_key) as month_key,
    rollup.qty as qty_in_rollup,
    expected.qty as qty_in_facts,
    rollup.net_amount as net_in_rollup,
    expected.net_amount as net_in_facts,
from rollup
full join expected
    on expected.table_name = rollup.table_name
    and expected.month_key = rollup.month_key
where rollup.month_key is null
    or expected.month_key is null
    or rollup.qty <> expected.qty
    or rollup.list_amount <> expected.list_amount
    or rollup.net_amount <> expected.net_amount
    or rollup.tax_amount <> expected.tax_amount
    or rollup.gross_amount <> expected.gross_amount
    or rollup.discount_amount <> expected.discount_amount
    or rollup.cost_amount <> expected.cost_amount
    or rollup.margin_amount <> expected.margin_amount
    or rollup.management_cost_amount <> expected.management_cost_amount
order by table_name, month_key
limit 100;
