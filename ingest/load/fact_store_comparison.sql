-- Versions of what is said of stores in comparisons, sorted by store_comparison_key. Those that
-- hold now end on the day before the next begins.
insert into fact_store_comparison by name
with version as (
    select
        said.version_id as store_comparison_key,
        said.store_comparison_id as store_comparison_id,
        said.store_comparison_code as store_comparison_code,
        said.store_id as store_id,
        make_date(
            said.from_date // 10000, said.from_date // 100 % 100, said.from_date % 100
        ) as from_date,
        said.choice as choice,
        lead(said.version_id) over (
            partition by said.store_comparison_id order by said.version_id
        ) is null as is_current,
    from staging_store_comparison as said
)
select
    version.store_comparison_key as store_comparison_key,
    version.store_comparison_id as store_comparison_id,
    version.store_comparison_code as store_comparison_code,
    version.store_id as store_id,
    version.from_date as from_date,
    case
        when version.is_current
            then coalesce(
                lead(version.from_date) over (
                    partition by version.store_id, version.is_current order by version.from_date
                ) - 1,
                date '9999-12-31'
            )
    end as to_date,
    version.choice as comparison_choice,
    version.is_current as is_current,
from version
order by version.store_comparison_key;
