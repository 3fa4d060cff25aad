-- Customers whose first clerk is not the one of their latest entry.
with latest as (
    select party_id, max(seq) as seq
    from first_clerk
    group by party_id
),

held as (
    select clerk.party_id, clerk.employee_id
    from first_clerk as clerk
    inner join latest on latest.seq = clerk.seq
)

select held.party_id, held.employee_id
from held
left join state_first_clerk as state on state.party_id = held.party_id
where coalesce(state.employee_id, 0) <> held.employee_id
union all
select state.party_id, state.employee_id
from state_first_clerk as state
left join held on held.party_id = state.party_id
where held.party_id is null;
