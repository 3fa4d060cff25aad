-- What customers brought back of a prize token in some days: by party, and what they were given.
select
    document.party_id,
    cast(sum(line.qty) as bigint) as qty,
    cast(sum(line.net_amount + line.tax_amount) as bigint) as amount
from document
inner join document_line as line on line.seq = document.seq
where
    document.party_id >= 0
    and document.business_date between @from_date and @to_date
    and document.kind = 'prize_collection'
    and line.item_id = @item_id
group by document.party_id
order by document.party_id;
