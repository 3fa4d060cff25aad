-- No business day, store, department, channel, and what marks a line that was added up anew may
-- hold other sums in the rollup than in the facts, and none may stand twice or be missing.
with found as (
    select
        rollup.business_date as business_date,
        rollup.store_id as store_id,
        rollup.department_id as department_id,
        rollup.channel_id as channel_id,
        rollup.is_member as is_member,
        rollup.is_promoted as is_promoted,
        rollup.is_insured as is_insured,
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
        sum(rollup.ticket_count) as ticket_count,
    from rollup_sales_day_store as rollup
    where rollup.business_date in (
        select touched.business_date from staging_touched_sales as touched
    )
    group by
        rollup.business_date,
        rollup.store_id,
        rollup.department_id,
        rollup.channel_id,
        rollup.is_member,
        rollup.is_promoted,
        rollup.is_insured,
        rollup.is_return,
        rollup.line_purpose
),
expected as (
    select
        sales.business_date as business_date,
        sales.store_id as store_id,
        sales.department_id as department_id,
        sales.channel_id as channel_id,
        sales.is_member as is_member,
        sales.is_promoted as is_promoted,
        sales.is_insured as is_insured,
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
        sum(sales.ticket_count) as ticket_count,
    from fact_sales as sales
    where sales.business_date in (
        select touched.business_date from staging_touched_sales as touched
    )
    group by
        sales.business_date,
        sales.store_id,
        sales.department_id,
        sales.channel_id,
        sales.is_member,
        sales.is_promoted,
        sales.is_insured,
        sales.is_return,
        sales.line_purpose
)
select
    coalesce(found.business_date, expected.business_date) as business_date,
    coalesce(found.store_id, expected.store_id) as store_id,
    coalesce(found.department_id, expected.department_id) as department_id,
    coalesce(found.channel_id, expected.channel_id) as channel_id,
    coalesce(found.is_member, expected.is_member) as is_member,
    coalesce(found.is_promoted, expected.is_promoted) as is_promoted,
    coalesce(found.is_insured, expected.is_insured) as is_insured,
    coalesce(found.is_return, expected.is_return) as is_return,
    coalesce(found.line_purpose, expected.line_purpose) as line_purpose,
    found.row_count as row_count,
    found.net_amount as net_in_rollup,
    expected.net_amount as net_in_facts,
    found.margin_amount as margin_in_rollup,
    expected.margin_amount as margin_in_facts,
from found
full join expected
    on expected.business_date = found.business_date
    and expected.store_id = found.store_id
    and expected.department_id = found.department_id
    and expected.channel_id = found.channel_id
    and expected.is_member = found.is_member
    and expected.is_promoted = found.is_promoted
    and expected.is_insured = found.is_insured
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
    or found.ticket_count is distinct from expected.ticket_count
order by
    business_date,
    store_id,
    department_id,
    channel_id,
    is_member,
    is_promoted,
    is_insured,
    is_return,
    line_purpose
limit 100;
