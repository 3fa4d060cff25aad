-- Tickets of a day are one purchase; a day on which more was taken back than sold is none.
create or replace temp table purchase_day as
select
    purchase.population_kind as population_kind,
    purchase.party_id as party_id,
    purchase.business_date as business_date,
    sum(purchase.ticket_count) as order_count,
    sum(purchase.net_amount) as net_amount,
from purchase
group by purchase.population_kind, purchase.party_id, purchase.business_date
having sum(purchase.ticket_count) > 0;
