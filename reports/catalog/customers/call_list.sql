-- title:  今天联系谁 | Who to call today
-- grain:  population_kind, party_code
-- params: population text = all in all|member|wholesale
--         owner text optional, store text optional
--         top int = 50
--         amount_unit text = yuan in yuan|wan
-- drill:  customers/customer_360
-- why:    超过自己节奏、失去最可惜的客户，按风险金额排，带归属员工。
--         超期五倍以上的不列：多半叫不回来。 |
--         Customers later than their own rhythm whose loss costs most, with who owns them. Those
--         more than five times overdue are left out: few of them come back.
select
    loyalty.population_kind as population_kind,
    loyalty.party_code as party_code,
    loyalty.party_name as party_name,
    loyalty.owner_name as owner_name,
    loyalty.main_store_name as main_store_name,
    loyalty.last_purchase_date as last_purchase_date,
    loyalty.expected_purchase_date as expected_purchase_date,
    loyalty.overdue_days as overdue_days,
    loyalty.overdue_rate as overdue_rate,
    loyalty.average_order_amount as average_order_amount,
    loyalty.window_net_amount as window_net_amount,
    loyalty.alive_rate as alive_rate,
    loyalty.risk_amount as risk_amount,
from loyalty
where
    $population in ('all', loyalty.population_kind)
    and loyalty.overdue_rate > 1
    and loyalty.overdue_rate <= 5
    and coalesce($owner, loyalty.owner_code) = loyalty.owner_code
    and coalesce($store, loyalty.main_store_code) is not distinct from loyalty.main_store_code
order by loyalty.risk_amount desc, loyalty.overdue_rate desc, loyalty.party_code
limit $top
