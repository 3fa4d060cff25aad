-- Versions of what is said of stores in comparisons.
select
    store_comparison.version_id,
    store_comparison.store_comparison_id,
    store_comparison.store_comparison_code,
    store_comparison.store_id,
    store_comparison.from_date,
    store_comparison.choice
from store_comparison as store_comparison
where store_comparison.version_id <= @to_seq
order by store_comparison.version_id;
