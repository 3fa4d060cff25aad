-- One item's lines of some days asked by hand. The generation's schema takes the place of star.
select
    sales.business_date as business_date,
    sales.document_no as document_no,
    sales.line_no as line_no,
    store.store_code as store_code,
    store.store_name as store_name,
    party.party_code as party_code,
    party.party_name as party_name,
    item.item_code as item_code,
    item.item_name as item_name,
    sales.qty as qty,
    sales.net_amount as net_amount,
    sales.tax_amount as tax_amount,
    sales.margin_amount as margin_amount,
from star.fact_sales as sales
left join star.dim_store as store on store.store_id = sales.store_id and store.is_current
left join star.dim_party as party on party.party_id = sales.party_id and party.is_current
inner join star.dim_item as item on item.item_id = sales.item_id and item.is_current
where
    sales.business_date between $from_date::date and $to_date::date
    and item.item_code = $item
    and store.store_code = $store
order by sales.business_date, sales.document_key, sales.line_no;
