-- title:  进货分析 | Purchase analysis
-- grain:  by_code, bucket
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = party
--         grain text = none in none|day|week|month|quarter|year
--         compare list of window = last_year, same_days_last_month
--         amount_unit text = yuan in yuan|wan
-- chart:  line bucket net_amount by by_name
-- why:    收到的货减退给供应商的，与可比的日子并排。不是订购的，也不是供应商已开票的。 |
--         What was received less what went back to suppliers, beside comparable days.
--         Not what was ordered, nor what suppliers have invoiced.
select
    purchase.by_code as by_code,
    max(purchase.by_name) as by_name,
    bucket.bucket_date as bucket,
    sum(purchase.qty) as qty,
    sum(purchase.net_amount) as net_amount,
    sum(purchase.tax_amount) as tax_amount,
    sum(purchase.gross_amount) as gross_amount,
from purchase
inner join bucket on purchase.period_date between bucket.from_date and bucket.to_date
group by purchase.by_code, bucket.bucket_date
