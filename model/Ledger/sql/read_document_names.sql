-- What the codes in a posted document stand for: kind of master, code, name. Goods, store, party,
-- employee and means of payment as they were called then, the rest as it is called now.
select 'item' as kind, item.item_code as code, item.item_name as name
from document_line as line
inner join item on item.version_id = line.item_version_id
where line.seq = @seq
union
select 'store', store.store_code, store.store_name
from document
inner join store on store.version_id = document.store_version_id
where document.seq = @seq
union
select 'party', party.party_code, coalesce(party_private.party_name, '')
from document
inner join party on party.version_id = document.party_version_id
inner join party_private on party_private.version_id = party.version_id
where document.seq = @seq
union
select 'employee', employee.employee_code, employee.employee_name
from document
inner join employee on employee.version_id = document.employee_version_id
where document.seq = @seq
union
select 'tender', tender.tender_code, tender.tender_name
from document_tender as part
inner join tender on tender.version_id = part.tender_version_id
where part.seq = @seq
union
select 'store', first.store_code, store.store_name
from document
inner join store as first on first.version_id in (document.depot_id, document.to_depot_id)
inner join state_master
    on state_master.kind = 'store' and state_master.code = first.store_code
inner join store on store.version_id = state_master.version_id
where document.seq = @seq
union
select 'party', first.party_code, coalesce(party_private.party_name, '')
from document
inner join party as first on first.version_id = document.settlement_party_id
inner join state_master
    on state_master.kind = 'party' and state_master.code = first.party_code
inner join party_private on party_private.version_id = state_master.version_id
where document.seq = @seq;
