-- The last purchase price of each item of each supplier.
with ranked as (
    select
        item_id,
        party_id,
        seq,
        line_no,
        business_at,
        qty,
        net_amount,
        tax_amount,
        row_number() over (
            partition by item_id, party_id
            order by business_at desc, seq desc, line_no desc
        ) as place
    from state_purchase_price
)

select item_id, party_id, seq, line_no, business_at, qty, net_amount, tax_amount
from ranked
where place = 1
order by item_id, party_id;
