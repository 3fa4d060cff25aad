-- Versions of targets, sorted by target_key. A floor or stretch that is not there is the target.
insert into fact_target by name
select
    target.version_id as target_key,
    target.target_id as target_id,
    target.target_code as target_code,
    target.scope_kind as scope_kind,
    target.scope_id as scope_id,
    case when target.scope_kind = 'store' then target.scope_id else -1 end as store_id,
    case when target.scope_kind = 'employee' then target.scope_id else -1 end as employee_id,
    case when target.scope_kind = 'party' then target.scope_id else -1 end as party_id,
    target.measure as measure,
    target.month_key as month_key,
    make_date(target.month_key // 100, target.month_key % 100, 1) as period_date,
    lead(target.version_id) over (partition by target.target_id order by target.version_id) is null
        as is_current,
    (target.floor_amount * 0.0001)::decimal(18, 4) as floor_amount,
    (target.target_amount * 0.0001)::decimal(18, 4) as target_amount,
    (target.stretch_amount * 0.0001)::decimal(18, 4) as stretch_amount,
from staging_target as target
order by target.version_id;
