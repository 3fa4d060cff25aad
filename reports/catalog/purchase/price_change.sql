-- title:  进价变动 | Changes of purchase prices
-- grain:  party_code, item_code
-- params: period text = this_year
--         from_date date optional
--         to_date date optional
--         party text optional, item text optional, changed_only bool = false
--         amount_unit text = yuan in yuan|wan
-- drill:  purchase/analysis
-- why:    各供应商各商品在期间内最近一次进价，与上一次（可以在期间之前）以及期间内最低、最高、
--         平均并排；每基本单位、不含税，涨得最多的在前。已红冲的入库和赠品不算。不是发票后来改成的价，
--         也不含运费。 |
--         What was paid for an item last in the period, by supplier, beside the receipt before it
--         (which may be before the period), and lowest, highest and average of the period; of one
--         base unit without tax, the greatest rise first. Reversed receipts and gifts do not
--         count. Not what an invoice made of an estimate later, nor freight.
with receipt as (
    select
        purchase.party_code,
        purchase.party_name,
        purchase.item_code,
        purchase.item_name,
        purchase.specification,
        purchase.base_unit,
        purchase.business_date,
        purchase.business_at,
        purchase.document_key,
        purchase.line_no,
        purchase.qty,
        purchase.net_amount,
        (purchase.net_amount / purchase.qty)::decimal(18, 6) as price,
    from purchase
    where
        purchase.document_kind = 'purchase_receipt'
        and not purchase.is_reversal
        and purchase.qty > 0
        and purchase.net_amount > 0
        and purchase.business_date <= $to_date
        and coalesce($party, purchase.party_code) is not distinct from purchase.party_code
        and coalesce($item, purchase.item_code) is not distinct from purchase.item_code
        and purchase.document_key not in (
            select taken_back.original_document_key
            from purchase as taken_back
            where taken_back.is_reversal and taken_back.business_date <= $to_date
        )
),

paid as (
    select
        receipt.party_code,
        receipt.party_name,
        receipt.item_code,
        receipt.item_name,
        receipt.specification,
        receipt.base_unit,
        receipt.business_date,
        receipt.qty,
        receipt.net_amount,
        receipt.price,
        lag(receipt.price) over latest as price_before,
        row_number() over latest as place,
    from receipt
    window latest as (
        partition by receipt.party_code, receipt.item_code
        order by receipt.business_at, receipt.document_key, receipt.line_no
    )
)

select
    paid.party_code as party_code,
    max(paid.party_name) as party_name,
    paid.item_code as item_code,
    max(paid.item_name) as item_name,
    max(paid.specification) as specification,
    max(paid.base_unit) as base_unit,
    max(paid.business_date) as last_received_date,
    arg_max(paid.price, paid.place) as last_unit_price,
    arg_max(struct_pack(price := paid.price_before), paid.place).price as previous_unit_price,
    last_unit_price - previous_unit_price as unit_price_change,
    case when previous_unit_price > 0 then unit_price_change / previous_unit_price end
        as unit_price_change_rate,
    min(paid.price) as least_unit_price,
    max(paid.price) as most_unit_price,
    sum(paid.net_amount) / sum(paid.qty) as average_unit_price,
    count(*) as purchase_count,
    sum(paid.qty) as qty,
    sum(paid.net_amount) as net_amount,
from paid
where paid.business_date >= $from_date
group by paid.party_code, paid.item_code
having not $changed_only or unit_price_change <> 0
order by unit_price_change_rate desc nulls last, paid.party_code, paid.item_code
