-- title:  客户分层 RFM | RFM cells
-- grain:  population_kind, rfm_cell
-- params: population text = all in all|member|wholesale
--         amount_unit text = yuan in yuan|wan
-- chart:  bar rfm_cell customer_count by population_kind
-- drill:  customers/loyalty
-- why:    按最近购买、频次、金额各自是否不低于中位数分八层。不是会员等级。 |
--         Eight cells by whether last purchase, frequency and amount lie at or above their medians.
--         Not a member level.
select
    loyalty.population_kind as population_kind,
    loyalty.rfm_cell as rfm_cell,
    count(*) as customer_count,
    sum(loyalty.purchase_day_count) as purchase_day_count,
    sum(loyalty.window_net_amount) as window_net_amount,
    sum(loyalty.window_margin_amount) as window_margin_amount,
    sum(loyalty.risk_amount) as risk_amount,
from loyalty
where $population in ('all', loyalty.population_kind)
group by loyalty.population_kind, loyalty.rfm_cell
order by loyalty.population_kind, loyalty.rfm_cell
