-- title:  毛利变动原因 | What changed the margin
-- grain:  by_code
-- params: period text = this_month
--         from_date date optional
--         to_date date optional
--         by dimension = store
--         compare list of window = last_year
--         store_scope text = all in all|with_comparable|comparable|new|closed
--         tax_basis text = taxpayer in taxpayer|net|gross
--         amount_unit text = yuan in yuan|wan
-- chart:  bar by_name margin_change_amount
-- why:    毛利比上期多了或少了，是价格、成本、销量，还是新品与停售。逐个商品、门店拆分后相加：
--         价格 =（现价 − 原价）× 现量，成本 = −（现成本 − 原成本）× 现量，销量 =（现量 − 原量）× 原单位毛利；
--         原来没卖的算新品，现在不卖的算停售。五项之和恰好是毛利的增减。一次只和一个期间比。 |
--         Whether margin changed by price, cost, quantity, new goods or goods no longer sold.
--         Parted by item and store and then added up:
--         price = (price now less then) × quantity now,
--         cost = less (cost now less then) × quantity now,
--         quantity = (quantity now less then) × margin of one then; what did not sell then is
--         new, what does not sell now is lost. The five add up to the change of margin.
--         Against one window.
with sold as (
    select
        sales.by_code,
        max(sales.by_name) as by_name,
        sum(case when bucket.is_base then 0 else sales.qty end) as qty,
        sum(case when bucket.is_base then 0 else sales.net_amount end) as amount,
        sum(case when bucket.is_base then 0 else sales.cost_amount end) as cost,
        sum(case when bucket.is_base then sales.qty else 0 end) as base_qty,
        sum(case when bucket.is_base then sales.net_amount else 0 end) as base_amount,
        sum(case when bucket.is_base then sales.cost_amount else 0 end) as base_cost,
    from sales
    inner join bucket on sales.period_date between bucket.from_date and bucket.to_date
    group by sales.by_code, sales.item_id, sales.store_id
),

-- What then's prices and costs would have made of now's quantity.
valued as (
    select
        sold.by_code,
        sold.by_name,
        sold.qty,
        sold.base_qty,
        sold.amount - sold.base_amount as amount_change,
        sold.cost - sold.base_cost as cost_change,
        sold.base_amount - sold.base_cost as base_margin,
        sold.amount - sold.cost as margin,
        case
            when sold.base_qty > 0
                then cast(sold.base_amount * sold.qty / sold.base_qty as decimal(38, 4))
                    - sold.base_amount
        end as amount_by_qty,
        case
            when sold.base_qty > 0
                then cast(sold.base_cost * sold.qty / sold.base_qty as decimal(38, 4))
                    - sold.base_cost
        end as cost_by_qty,
    from sold
)

select
    valued.by_code as by_code,
    max(valued.by_name) as by_name,
    sum(valued.base_margin) as base_margin_amount,
    sum(valued.margin) as margin_amount,
    sum(valued.margin - valued.base_margin) as margin_change_amount,
    sum(valued.amount_change - valued.amount_by_qty)
        filter (where valued.base_qty > 0 and valued.qty > 0) as price_effect_amount,
    sum(valued.cost_by_qty - valued.cost_change)
        filter (where valued.base_qty > 0 and valued.qty > 0) as cost_effect_amount,
    sum(valued.amount_by_qty - valued.cost_by_qty)
        filter (where valued.base_qty > 0 and valued.qty > 0) as volume_effect_amount,
    sum(valued.margin - valued.base_margin)
        filter (where valued.base_qty <= 0) as new_effect_amount,
    sum(valued.margin - valued.base_margin)
        filter (where valued.base_qty > 0 and valued.qty <= 0) as lost_effect_amount,
from valued
group by valued.by_code
order by margin_change_amount, by_code
