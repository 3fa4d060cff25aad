-- Lines of sales and signed deliveries to a party, of an item, oldest first; of one project where
-- it is not -1.
select line.seq, line.line_no
from document
inner join document_line as line on line.seq = document.seq
inner join state_document on state_document.document_key = document.document_key
where
    document.party_id >= 0
    and document.party_id = @party_id
    and document.business_at <= @business_at
    and (@project_id = -1 or document.project_id = @project_id)
    and document.kind in ('sale', 'delivery_receipt')
    and document.is_reversal = 0
    and state_document.status = 'posted'
    and line.item_id = @item_id
    and line.qty > 0
order by document.business_at, line.seq, line.line_no;
