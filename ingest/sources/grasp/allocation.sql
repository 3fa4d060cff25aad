-- What receipts (4) and payments (66) settle of bills, on the receivable (…00005) or the payable.
with kept as (
    select side.vchcode, side.atypeid, min(side.dlyorder) as dlyorder
    from dlya as side
    where side.atypeid in ('0000100005', '0000200001')
    group by side.vchcode, side.atypeid
),
settled as (
    select
        gathering.gatheringvchcode * 3 as document_id,
        row_number() over (
            partition by gathering.gatheringvchcode order by gathering.vchcode
        ) as line_no,
        voucher.billtype,
        gathering.vchcode * 3 as item_id,
        item.dlyorder as item_line_no,
        own.dlyorder as own_line_no,
        gathering.total
    from gatheringdly as gathering
    inner join vbillindex_query as voucher on voucher.billid = gathering.gatheringvchcode
    left join kept as own
        on own.vchcode = gathering.gatheringvchcode
        and own.atypeid = case when voucher.billtype = 4 then '0000100005' else '0000200001' end
    left join kept as item on item.vchcode = gathering.vchcode and item.atypeid = own.atypeid
    where voucher.draft = 0 and voucher.redword = 0
)
select
    settled.document_id,
    settled.line_no,
    case when settled.billtype = 4 then settled.item_id else settled.document_id end
        as debit_document_id,
    case when settled.billtype = 4 then settled.item_line_no else settled.own_line_no end
        as debit_line_no,
    case when settled.billtype = 4 then settled.document_id else settled.item_id end
        as credit_document_id,
    case when settled.billtype = 4 then settled.own_line_no else settled.item_line_no end
        as credit_line_no,
    settled.total as amount
from settled
order by settled.document_id, settled.line_no;
