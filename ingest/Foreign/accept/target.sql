-- Targets: one version each. A floor or a stretch that is not there is the target itself.
insert into staging_target by name
with named as (
    select
        incoming.row_no as row_no,
        concat_ws(
            ':',
            incoming.scope,
            coalesce(incoming.scope_code, ''),
            incoming.measure,
            incoming.month_key
        ) as target_code,
    from incoming_target as incoming
)
select
    source_key('target', named.target_code) as version_id,
    source_key('target', named.target_code) as target_id,
    named.target_code as target_code,
    incoming.scope as scope_kind,
    if(
        incoming.scope = 'company', -1, source_key(incoming.scope, incoming.scope_code)
    ) as scope_id,
    incoming.measure as measure,
    incoming.month_key as month_key,
    (coalesce(incoming.floor_amount, incoming.target_amount) * 10000)::bigint as floor_amount,
    (incoming.target_amount * 10000)::bigint as target_amount,
    (coalesce(incoming.stretch_amount, incoming.target_amount) * 10000)::bigint as stretch_amount,
from incoming_target as incoming
inner join named on named.row_no = incoming.row_no;
