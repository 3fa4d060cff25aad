-- title:  客户增减：留存、流失、新客、召回 | Customers kept, lost, new and won back
-- grain:  population_kind, by_code
-- params: by dimension = none
--         population text = all in all|member|wholesale
-- drill:  customers/loyalty
-- why:    上期有效 = 留存 + 流失，本期有效 = 留存 + 新客 + 召回。新客是从未买过的，
--         不是期间内第一次出现的。复购率 = 窗口内买过两天及以上的 ÷ 买过的。 |
--         Active before = kept + lost; active now = kept + new + won back. New is who had never
--         bought, not who is first seen in the span. The repurchase rate is of those who bought on
--         a day of the window, who bought on two or more.
select
    loyalty.population_kind as population_kind,
    loyalty.by_code as by_code,
    max(loyalty.by_name) as by_name,
    max(loyalty.span_days) as span_days,
    count(*) filter (loyalty.was_buying) as active_before_count,
    count(*) filter (loyalty.was_buying and loyalty.is_buying) as kept_count,
    count(*) filter (loyalty.was_buying and not loyalty.is_buying) as lost_count,
    count(*) filter (
        loyalty.is_buying
        and loyalty.first_purchase_date > loyalty.as_of_date - loyalty.span_days
    ) as new_count,
    count(*) filter (
        loyalty.is_buying
        and not loyalty.was_buying
        and loyalty.first_purchase_date <= loyalty.as_of_date - loyalty.span_days
    ) as won_back_count,
    count(*) filter (loyalty.is_buying) as active_count,
    case
        when count(*) filter (loyalty.was_buying) > 0
            then count(*) filter (loyalty.was_buying and loyalty.is_buying)
                / count(*) filter (loyalty.was_buying)
    end as retention_rate,
    case
        when count(*) filter (loyalty.purchase_day_count > 0) > 0
            then count(*) filter (loyalty.purchase_day_count > 1)
                / count(*) filter (loyalty.purchase_day_count > 0)
    end as repurchase_rate,
from loyalty
where $population in ('all', loyalty.population_kind)
group by loyalty.population_kind, loyalty.by_code
order by loyalty.population_kind, loyalty.by_code
