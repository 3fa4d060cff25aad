-- Lines of sales or receipts of which another quantity is invoiced than was kept; of one party, or
-- of all where party_id is −2.
select
    line.seq,
    line.line_no,
    document.document_no,
    document.party_id,
    document.business_date,
    line.item_id,
    line.qty,
    coalesce(returned.qty, 0) as returned,
    coalesce(invoiced.qty, 0) as invoiced,
    line.net_amount + line.tax_amount as amount,
    coalesce(invoiced.net_amount + invoiced.tax_amount, 0) as invoiced_amount,
    coalesce(party.party_code, '') as party_code,
    coalesce(named.party_name, '') as party_name,
    coalesce(item.item_code, '') as item_code,
    coalesce(item_now.item_name, '') as item_name
from document
inner join document_line as line on line.seq = document.seq
left join state_followed as returned
    on
        returned.seq = line.seq
        and returned.line_no = line.line_no
        and returned.kind = @returns
left join state_invoiced as invoiced
    on invoiced.seq = line.seq and invoiced.line_no = line.line_no
left join party on party.version_id = document.party_id
left join state_master as known_party
    on known_party.kind = 'party' and known_party.code = party.party_code
left join party_private as named on named.version_id = known_party.version_id
left join item on item.version_id = line.item_id
left join state_master as known_item
    on known_item.kind = 'item' and known_item.code = item.item_code
left join item as item_now on item_now.version_id = known_item.version_id
where
    document.kind = @kind
    and document.is_reversal = 0
    and (@party_id = -2 or document.party_id = @party_id)
    and line.qty <> coalesce(returned.qty, 0) + coalesce(invoiced.qty, 0)
    and not exists (
        select 1
        from state_document as reversed
        where
            reversed.document_key = document.document_key
            and reversed.status = 'reversed'
    )
order by document.party_id, line.seq, line.line_no;
