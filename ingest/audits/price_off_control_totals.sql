-- No price may be missing or here twice.
with found as (
    select count(*) as total
    from fact_price
),
expected as (
    select coalesce(sum(control.total), 0) as total
    from staging_control as control
    where control.measure = 'price_lines'
)
select
    found.total as in_star,
    expected.total as in_ledger,
from found
cross join expected
where found.total <> expected.total;
