-- A policy of rebates as it is now, a row for each tier, the lowest first.
select
    policy.version_id,
    policy.side,
    policy.party_id,
    policy.basis,
    policy.period,
    policy.valid_from,
    policy.valid_to,
    policy.is_progressive,
    policy.account,
    tier.reached,
    tier.rate
from state_master as known
inner join rebate_policy as policy on policy.version_id = known.version_id
inner join rebate_tier as tier on tier.version_id = policy.version_id
where known.kind = 'rebate_policy' and known.code = @code and policy.is_active = 1
order by tier.line_no;
