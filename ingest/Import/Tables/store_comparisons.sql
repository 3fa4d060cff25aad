-- What is said of every store in comparisons as it stands, a row each, by store and day.
select
    store.code,
    store_comparison.from_date,
    store_comparison.choice
from state_master
    join store_comparison on store_comparison.version_id = state_master.version_id
    join state_master as store on store.id = store_comparison.store_id and store.kind = 'store'
where state_master.kind = 'store_comparison'
order by store.code, store_comparison.from_date
