-- Customers and suppliers are one kind of thing there.
select
    party.usercode as party_code,
    party.fullname as party_name,
    1 as is_customer,
    1 as is_supplier,
    case when party.deleted = 0 then 1 else 0 end as is_active
from btype as party
where party.sonnum = 0
order by party.typeid;
