-- What customers of a population who bought again spend at a time, over all history.
select
    count(*)::integer as times,
    (sum(day.net_amount) / count(*))::double as mean_amount,
from purchase_day as day
where day.population_kind = $population_kind
group by day.party_id
having count(*) > 1 and sum(day.net_amount) > 0
order by day.party_id;
