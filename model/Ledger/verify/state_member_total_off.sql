-- What members hold where it is not what was given to them and taken from them; stored value below
-- zero.
with moved as (
    select party_id, measure, sum(amount) as total
    from member_movement
    group by party_id, measure
)

select moved.party_id, moved.measure, moved.total
from moved
left join state_member_total as state
    on state.party_id = moved.party_id and state.measure = moved.measure
where coalesce(state.total, 0) <> moved.total
union all
select state.party_id, state.measure, state.total
from state_member_total as state
left join moved
    on moved.party_id = state.party_id and moved.measure = state.measure
where
    (moved.party_id is null and state.total <> 0)
    or (state.total < 0 and state.measure in ('stored_paid', 'stored_bonus'));
