-- No step in a document's life may be missing or here twice.
with found as (
    select count(*) as total
    from fact_approval
),
expected as (
    select coalesce(sum(control.total), 0) as total
    from staging_control as control
    where control.measure = 'approval_lines'
)
select
    found.total as in_star,
    expected.total as in_ledger,
from found
cross join expected
where found.total <> expected.total;
