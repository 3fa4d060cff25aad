-- title:  配送量 | Delivery volume
-- grain:  by_code, bucket
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         grain text = none in none|day|week|month|quarter|year
--         compare list of window = none
--         amount_unit text = yuan in yuan|wan
-- chart:  line bucket delivery_count by by_name
-- drill:  orders/fulfilment
-- why:    期间内发出的配送单，以及期间内签收和拒收的，各记在自己的日子。不是柜台销售：那是当场带走的；
--         也不按车辆、线路、司机分：数据里没有。 |
--         Deliveries dispatched in the period, and what was signed for and refused in it, each on
--         its own day. Not sales over the counter, which leave at once; nor by vehicle, route or
--         driver, which the star does not know.
select
    delivery.by_code as by_code,
    max(delivery.by_name) as by_name,
    bucket.bucket_date as bucket,
    count(distinct delivery.document_key) filter (
        delivery.document_kind = 'delivery_note' and not delivery.is_reversal
    ) - count(distinct delivery.document_key) filter (
        delivery.document_kind = 'delivery_note' and delivery.is_reversal
    ) as delivery_count,
    count(*) filter (delivery.document_kind = 'delivery_note' and not delivery.is_reversal)
        - count(*) filter (delivery.document_kind = 'delivery_note' and delivery.is_reversal)
        as delivery_line_count,
    sum(delivery.dispatched_qty) as dispatched_qty,
    sum(delivery.signed_qty) as signed_qty,
    sum(delivery.refused_qty) as refused_qty,
    case
        when sum(delivery.signed_qty + delivery.refused_qty) > 0
            then sum(delivery.refused_qty) / sum(delivery.signed_qty + delivery.refused_qty)
    end as refused_rate,
    sum(delivery.dispatched_gross_amount) as dispatched_gross_amount,
    sum(delivery.signed_gross_amount) as signed_gross_amount,
from delivery
inner join bucket on delivery.period_date between bucket.from_date and bucket.to_date
group by delivery.by_code, bucket.bucket_date
