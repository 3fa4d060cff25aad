-- title:  忠诚度模型检验 | How far loyalty models can be trusted
-- grain:  population_kind, model_name
-- params: population text = all in all|member|wholesale
-- why:    历史末尾留出的天数里，每种办法预计多少次购买、实际多少次、每客户平均差多少。
--         BG/NBD 总数偏差在 25% 以内、且每客户不比“与上期一样”差，才采用；
--         参数以周计，由全部历史再拟合。 |
--         Of the days kept back at the end of history: how many purchases each way expected, how
--         many there were, and by how much it missed a customer on average. BG/NBD is relied on
--         where it is within 25 % in all and for a customer no worse than "as in the days before".
--         Times of its parameters are in weeks; they are fitted to all history then.
select
    loyalty_fit.population_kind as population_kind,
    loyalty_fit.model_name as model_name,
    loyalty_fit.is_relied_on as is_relied_on,
    loyalty_fit.as_of_date as as_of_date,
    loyalty_fit.holdout_days as holdout_days,
    loyalty_fit.customer_count as customer_count,
    loyalty_fit.expected_count as expected_count,
    loyalty_fit.actual_count as actual_count,
    loyalty_fit.mean_error_count as mean_error_count,
    loyalty_fit.log_likelihood as log_likelihood,
    loyalty_fit.buying_r as buying_r,
    loyalty_fit.buying_alpha as buying_alpha,
    loyalty_fit.leaving_a as leaving_a,
    loyalty_fit.leaving_b as leaving_b,
    loyalty_fit.spending_p as spending_p,
    loyalty_fit.spending_q as spending_q,
    loyalty_fit.spending_v as spending_v,
from loyalty_fit
where $population in ('all', loyalty_fit.population_kind)
order by loyalty_fit.population_kind, loyalty_fit.mean_error_count, loyalty_fit.model_name
