-- Rows of loyalty that cannot be: two for one party, a party or a store that the base does not
-- know, purchases after as_of_date or out of order, levels and scores that there are not, a rate of
-- being alive that is none.
with judged as (
    select
        loyalty.population_kind as population_kind,
        loyalty.party_id as party_id,
        case
            when count(*) over (
                partition by loyalty.population_kind, loyalty.party_id
            ) > 1 then 'twice'
            when loyalty.population_kind not in ('wholesale', 'member')
                then 'population_kind ' || loyalty.population_kind
            when loyalty.party_id not in (select party.party_id from base.dim_party as party)
                then 'unknown party'
            when loyalty.main_store_id not in (select store.store_id from base.dim_store as store)
                then 'unknown store'
            when loyalty.first_purchase_date > loyalty.last_purchase_date
                or loyalty.last_purchase_date > loyalty.as_of_date
                then 'dates that do not follow each other'
            when loyalty.purchase_day_count > loyalty.order_count then 'more days than orders'
            when loyalty.churn_level not between 1 and 5 then 'churn_level ' || loyalty.churn_level
            when loyalty.previous_churn_level not between 0 and 5
                then 'previous_churn_level ' || loyalty.previous_churn_level
            when least(
                loyalty.recency_score, loyalty.frequency_score, loyalty.money_score
            ) < 1 or greatest(
                loyalty.recency_score, loyalty.frequency_score, loyalty.money_score
            ) > 5 then 'a score outside 1 to 5'
            when loyalty.alive_rate not between 0 and 1 then 'alive_rate ' || loyalty.alive_rate
        end as fault,
    from fact_loyalty as loyalty
)
select
    judged.fault
        || ': population_kind ' || judged.population_kind
        || ', party_id ' || judged.party_id as found
from judged
where judged.fault is not null
order by judged.population_kind, judged.party_id;
