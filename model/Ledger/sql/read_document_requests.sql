-- Open items that a payment request wants paid.
select
    document.kind,
    document.document_no,
    item.account,
    part.item_seq,
    part.item_line_no,
    part.amount
from payment_request as part
inner join open_item as item
    on item.seq = part.item_seq and item.line_no = part.item_line_no
inner join document on document.seq = part.item_seq
where part.seq = @seq
order by part.line_no;
