-- Lines of orders that are over (orderover) before all of them arrived.
select
    ordered.vchcode * 3 + 2 as document_id,
    line.dlyorder as line_no
from bakdlyorder as line
inner join dlyndxorder as ordered on ordered.vchcode = line.vchcode
where ordered.vchtype in (150, 151) and ordered.orderover = 1 and line.qty > line.toqty
order by document_id, line_no;
