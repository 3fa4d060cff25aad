-- title:  流失等级汇总 | Churn by level
-- grain:  population_kind, churn_state, by_code
-- params: by dimension = none
--         population text = all in all|member|wholesale
--         amount_unit text = yuan in yuan|wan
-- chart:  bar churn_state customer_count by population_kind
-- drill:  customers/loyalty
-- why:    各流失等级有多少客户、窗口内买了多少、若失去要少多少毛利；
--         可再按员工、主购门店、类别分。 |
--         How many customers stand at each level of leaving, what they bought in the window and
--         what margin goes with them; also by owner, main store or class.
select
    loyalty.population_kind as population_kind,
    case loyalty.churn_level
        when 1 then 'usual'
        when 2 then 'due'
        when 3 then 'watch'
        when 4 then 'warning'
        else 'lost'
    end as churn_state,
    loyalty.by_code as by_code,
    max(loyalty.by_name) as by_name,
    count(*) as customer_count,
    sum(loyalty.window_net_amount) as window_net_amount,
    sum(loyalty.window_margin_amount) as window_margin_amount,
    sum(loyalty.risk_amount) as risk_amount,
from loyalty
where $population in ('all', loyalty.population_kind)
group by loyalty.population_kind, loyalty.churn_level, loyalty.by_code
order by loyalty.population_kind, loyalty.churn_level, loyalty.by_code
