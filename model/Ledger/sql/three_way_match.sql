-- Lines of receipts beside those of the orders they follow, directly or over a notice of arrival,
-- and what was invoiced of them; of one supplier, or of all where party_id is −2.
select
    line.seq,
    line.line_no,
    document.document_no,
    coalesce(order_head.document_no, '') as order_no,
    line.item_id,
    coalesce(order_line.qty, 0) as ordered,
    coalesce(order_line.net_amount, 0) as ordered_net,
    line.qty as received,
    line.net_amount as received_net,
    coalesce(invoiced.qty, 0) as invoiced,
    coalesce(invoiced.net_amount, 0) as invoiced_net,
    case when coalesce(accrual.qty, 0) <> 0 then 1 else 0 end as is_estimated,
    coalesce(party.party_code, '') as party_code,
    coalesce(named.party_name, '') as party_name,
    coalesce(item.item_code, '') as item_code,
    coalesce(item_now.item_name, '') as item_name
from document
inner join document_line as line on line.seq = document.seq
left join document as followed on followed.seq = line.original_seq
left join document_line as arrived
    on
        arrived.seq = line.original_seq
        and arrived.line_no = line.original_line_no
        and followed.kind = 'arrival_notice'
left join document_line as order_line
    on
        order_line.seq = coalesce(arrived.original_seq, line.original_seq)
        and order_line.line_no = coalesce(arrived.original_line_no, line.original_line_no)
left join document as order_head on order_head.seq = order_line.seq
left join state_invoiced as invoiced
    on invoiced.seq = line.seq and invoiced.line_no = line.line_no
left join state_accrual as accrual
    on accrual.seq = line.seq and accrual.line_no = line.line_no
left join party on party.version_id = document.party_id
left join state_master as known_party
    on known_party.kind = 'party' and known_party.code = party.party_code
left join party_private as named on named.version_id = known_party.version_id
left join item on item.version_id = line.item_id
left join state_master as known_item
    on known_item.kind = 'item' and known_item.code = item.item_code
left join item as item_now on item_now.version_id = known_item.version_id
where
    document.kind = 'purchase_receipt'
    and document.is_reversal = 0
    and (@party_id = -2 or document.party_id = @party_id)
    and not exists (
        select 1
        from state_document as reversed
        where
            reversed.document_key = document.document_key
            and reversed.status = 'reversed'
    )
order by line.seq, line.line_no;
