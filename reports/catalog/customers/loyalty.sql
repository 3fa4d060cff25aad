-- title:  客户忠诚度与流失 | Customer loyalty and churn
-- grain:  population_kind, party_code
-- params: population text = all in all|member|wholesale
--         least_level int = 1
--         owner text optional, store text optional
--         top int = 1000
--         amount_unit text = yuan in yuan|wan
-- drill:  customers/customer_360
-- why:    谁在流失、值多少钱：每个客户按自己的购买节奏（同日多单算一次）看超期几倍。
--         不含散客、员工和疑似店卡。活跃概率、预计次数和金额来自 BG/NBD，留出检验不过就空着，
--         见忠诚度模型检验。截至基准日，不随期间变。不是会员等级：等级是授予的。 |
--         Who is leaving and what that costs: how late each customer is by its own rhythm, tickets
--         of a day being one purchase. Without walk-ins, the company's people and suspected cards
--         of stores. The chance of being alive and what is expected come from BG/NBD and are blank
--         where it does not stand its test; see the loyalty models. As of its own day, whatever the
--         period. Not a member level, which is granted.
select
    loyalty.population_kind as population_kind,
    loyalty.party_code as party_code,
    loyalty.party_name as party_name,
    loyalty.party_class_name as party_class_name,
    loyalty.member_level_name as member_level_name,
    loyalty.owner_name as owner_name,
    loyalty.main_store_name as main_store_name,
    loyalty.as_of_date as as_of_date,
    loyalty.first_purchase_date as first_purchase_date,
    loyalty.last_purchase_date as last_purchase_date,
    loyalty.recency_days as recency_days,
    loyalty.purchase_day_count as purchase_day_count,
    loyalty.order_count as order_count,
    loyalty.interval_days as interval_days,
    loyalty.interval_cv_rate as interval_cv_rate,
    loyalty.interval_source as interval_source,
    loyalty.average_order_amount as average_order_amount,
    loyalty.average_order_qty as average_order_qty,
    loyalty.window_net_amount as window_net_amount,
    loyalty.window_margin_amount as window_margin_amount,
    loyalty.trend_rate as trend_rate,
    loyalty.expected_purchase_date as expected_purchase_date,
    loyalty.overdue_days as overdue_days,
    loyalty.overdue_rate as overdue_rate,
    case loyalty.churn_level
        when 1 then 'usual'
        when 2 then 'due'
        when 3 then 'watch'
        when 4 then 'warning'
        else 'lost'
    end as churn_state,
    loyalty.recency_score as recency_score,
    loyalty.frequency_score as frequency_score,
    loyalty.money_score as money_score,
    loyalty.rfm_cell as rfm_cell,
    loyalty.alive_rate as alive_rate,
    loyalty.expected_30_count as expected_30_count,
    loyalty.expected_90_count as expected_90_count,
    loyalty.expected_365_count as expected_365_count,
    loyalty.expected_365_amount as expected_365_amount,
    loyalty.risk_amount as risk_amount,
from loyalty
where
    $population in ('all', loyalty.population_kind)
    and loyalty.churn_level >= $least_level
    and coalesce($owner, loyalty.owner_code) = loyalty.owner_code
    and coalesce($store, loyalty.main_store_code) is not distinct from loyalty.main_store_code
order by loyalty.risk_amount desc, loyalty.population_kind, loyalty.party_code
limit $top
