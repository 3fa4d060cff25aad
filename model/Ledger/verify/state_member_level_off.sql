-- Members whose level is not the one of their latest change.
with latest as (
    select party_id, max(seq) as seq
    from member_level_change
    group by party_id
),

held as (
    select change.party_id, change.level_id
    from member_level_change as change
    inner join latest on latest.seq = change.seq
)

select held.party_id, held.level_id
from held
left join state_member_level as state on state.party_id = held.party_id
where coalesce(state.level_id, 0) <> held.level_id
union all
select state.party_id, state.level_id
from state_member_level as state
left join held on held.party_id = state.party_id
where held.party_id is null;
