-- Versions of targets.
select
    target.version_id,
    target.target_id,
    target.target_code,
    target.scope_kind,
    target.scope_id,
    target.measure,
    target.month_key,
    target.floor_amount,
    target.target_amount,
    target.stretch_amount
from target as target
where target.version_id <= @to_seq
order by target.version_id;
