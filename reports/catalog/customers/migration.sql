-- title:  客户分层迁移 | Migration between RFM cells
-- grain:  population_kind, previous_rfm_cell, rfm_cell
-- params: population text = all in all|member|wholesale
--         amount_unit text = yuan in yuan|wan
-- drill:  customers/loyalty
-- why:    一个活动期以前在哪一层的客户，现在在哪一层、值多少。上期空着的是那时还没买过的。 |
--         Where the customers of each cell of a span ago stand now, and what they are worth. Whose
--         cell before is blank had not bought by then.
select
    loyalty.population_kind as population_kind,
    loyalty.previous_rfm_cell as previous_rfm_cell,
    loyalty.rfm_cell as rfm_cell,
    count(*) as customer_count,
    sum(loyalty.window_net_amount) as window_net_amount,
    sum(loyalty.risk_amount) as risk_amount,
from loyalty
where $population in ('all', loyalty.population_kind)
group by loyalty.population_kind, loyalty.previous_rfm_cell, loyalty.rfm_cell
order by loyalty.population_kind, loyalty.previous_rfm_cell, loyalty.rfm_cell
