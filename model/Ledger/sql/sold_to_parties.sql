-- What was sold of an item in some days, less what came back: by party, in the base unit, and its
-- amount with tax. What a customer refused of a delivery was never sold.
select
    document.party_id,
    cast(sum(line.qty) as bigint) as qty,
    cast(sum(line.net_amount + line.tax_amount) as bigint) as amount
from document
inner join document_line as line on line.seq = document.seq
where
    document.party_id >= 0
    and document.business_date between @from_date and @to_date
    and line.item_id = @item_id
    and line.purpose = ''
    and (
        document.kind in (
            'sale', 'sale_return', 'leftover_return', 'exchange', 'consignment_settlement',
            'voucher_redeem'
        )
        or (
            document.kind = 'delivery_receipt'
            and (
                (line.qty > 0 and document.is_reversal = 0)
                or (line.qty < 0 and document.is_reversal = 1)
            )
        )
    )
group by document.party_id
order by document.party_id;
