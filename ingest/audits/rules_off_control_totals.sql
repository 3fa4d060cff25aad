-- No band of age and nothing said of a store may be missing, here twice, or other than posting
-- counted.
with found as (
    select 'aging_band_lines' as measure, count(*)::decimal(38, 0) as total,
    from fact_aging_band as band
    union all
    select 'aging_band_days', coalesce(sum(band.to_days), 0)::decimal(38, 0),
    from fact_aging_band as band
    union all
    select 'aging_band_rate', coalesce(sum(band.provision_rate * 1000000), 0)::decimal(38, 0),
    from fact_aging_band as band
    union all
    select 'store_comparison_days',
        coalesce(sum(strftime(said.from_date, '%Y%m%d')::bigint), 0)::decimal(38, 0),
    from fact_store_comparison as said
    union all
    select 'store_comparison_' || choice.choice, count(said.comparison_choice)::decimal(38, 0),
    from (values ('by_rule'), ('comparable'), ('not_comparable')) as choice (choice)
    left join fact_store_comparison as said on said.comparison_choice = choice.choice
    group by choice.choice
)
select
    found.measure as measure,
    found.total as in_star,
    coalesce(control.total, 0) as in_ledger,
from found
left join staging_control as control on control.measure = found.measure
where found.total <> coalesce(control.total, 0)
order by found.measure;
