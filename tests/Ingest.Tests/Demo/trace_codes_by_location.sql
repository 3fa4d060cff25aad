-- Where the packs of the demo are: with customers, destroyed, or in a depot.
select
    case location when -3 then 'customer' when -4 then 'loss' else 'depot' end as location,
    count(*) as packs
from state_trace_code
where location <> -4
group by 1
order by 1
